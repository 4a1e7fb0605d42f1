SELECT
  *
FROM (
  SELECT
    "t8"."person_id",
    "t3"."name",
    "t8"."organisations",
    "t8"."boards"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t5"."person_id",
        COUNT(*) AS "organisations",
        SUM(CAST("t5"."director" AS BIGINT)) AS "boards"
      FROM (
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
      ) AS "t5"
      GROUP BY
        1
    ) AS "t6"
    WHERE
      "t6"."organisations" > 1
  ) AS "t8"
  LEFT OUTER JOIN (
    SELECT
      "t0"."name",
      "t0"."party_id" AS "person_id"
    FROM "risk"."party" AS "t0"
  ) AS "t3"
    ON "t8"."person_id" = "t3"."person_id"
) AS "t9"
ORDER BY
  "t9"."person_id" ASC
