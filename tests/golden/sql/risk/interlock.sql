WITH "t5" AS (
  SELECT
    "t4"."person_id",
    "t4"."org_id",
    BOOL_OR(CAST("t4"."role" = 'director' AS BOOLEAN)) AS "director"
  FROM (
    SELECT
      *
    FROM "risk"."office" AS "t1"
    WHERE
      (
        (
          "t1"."from_on" IS NULL
        ) OR (
          "t1"."from_on" <= MAKE_DATE(2023, 4, 30)
        )
      )
      AND (
        (
          "t1"."to_on" IS NULL
        ) OR (
          "t1"."to_on" >= MAKE_DATE(2023, 4, 30)
        )
      )
      AND "t1"."person_id" <> "t1"."org_id"
  ) AS "t4"
  GROUP BY
    1,
    2
)
SELECT
  *
FROM (
  SELECT
    "t11"."org_id",
    "t11"."other_id",
    COUNT(*) AS "persons",
    SUM(CAST("t11"."director" AND "t11"."other_director" AS BIGINT)) AS "directors",
    MIN("t11"."name") AS "name"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t7"."person_id",
        "t3"."name",
        "t7"."org_id",
        "t7"."director",
        "t9"."other_id",
        "t9"."other_director"
      FROM "t5" AS "t7"
      LEFT OUTER JOIN (
        SELECT
          "t0"."name",
          "t0"."party_id" AS "person_id"
        FROM "risk"."party" AS "t0"
      ) AS "t3"
        ON "t7"."person_id" = "t3"."person_id"
      INNER JOIN (
        SELECT
          "t6"."person_id",
          "t6"."org_id" AS "other_id",
          "t6"."director" AS "other_director"
        FROM "t5" AS "t6"
      ) AS "t9"
        ON "t7"."person_id" = "t9"."person_id"
    ) AS "t10"
    WHERE
      "t10"."org_id" < "t10"."other_id"
  ) AS "t11"
  GROUP BY
    1,
    2
) AS "t12"
ORDER BY
  "t12"."org_id" ASC,
  "t12"."other_id" ASC
