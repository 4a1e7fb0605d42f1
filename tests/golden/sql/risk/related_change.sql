SELECT
  COALESCE("t5"."party_id", "t5"."party_id_right") AS "party_id",
  COALESCE("t5"."name", "t5"."name_right") AS "name",
  COALESCE("t5"."kind", "t5"."kind_right") AS "kind",
  CASE
    WHEN "t5"."before" IS NULL
    THEN 'added'
    WHEN "t5"."after" IS NULL
    THEN 'removed'
    ELSE 'changed'
  END AS "change",
  "t5"."before",
  "t5"."after"
FROM (
  SELECT
    "t3"."party_id",
    "t3"."name",
    "t3"."kind",
    "t3"."after",
    "t4"."party_id" AS "party_id_right",
    "t4"."name" AS "name_right",
    "t4"."kind" AS "kind_right",
    "t4"."before"
  FROM (
    SELECT
      "t0"."party_id",
      "t0"."name",
      "t0"."kind",
      "t0"."clauses" AS "after"
    FROM "risk"."related_party" AS "t0"
    WHERE
      "t0"."period" = '2023-04'
  ) AS "t3"
  FULL OUTER JOIN (
    SELECT
      "t0"."party_id",
      "t0"."name",
      "t0"."kind",
      "t0"."clauses" AS "before"
    FROM "risk"."related_party" AS "t0"
    WHERE
      "t0"."period" = '2023-03'
  ) AS "t4"
    ON "t3"."party_id" = "t4"."party_id"
) AS "t5"
WHERE
  (
    "t5"."before" IS NULL
  )
  OR (
    "t5"."after" IS NULL
  )
  OR (
    "t5"."before" <> "t5"."after"
  )
ORDER BY
  COALESCE("t5"."party_id", "t5"."party_id_right") ASC
