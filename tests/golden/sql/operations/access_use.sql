SELECT
  *
FROM (
  SELECT
    "t3"."day",
    "t3"."account_id",
    "t3"."resource_id",
    "t3"."city",
    "t6"."department",
    "t6"."kind",
    "t7"."resource",
    "t7"."resource_kind",
    "t3"."province",
    "t3"."connections"
  FROM "operations"."access_session" AS "t3"
  INNER JOIN (
    SELECT
      "t1"."account_id",
      "t1"."department",
      "t1"."kind"
    FROM "operations"."access_account" AS "t1"
  ) AS "t6"
    ON "t3"."account_id" = "t6"."account_id"
  INNER JOIN (
    SELECT
      "t2"."resource_id",
      "t2"."name" AS "resource",
      "t2"."kind" AS "resource_kind"
    FROM "operations"."access_resource" AS "t2"
  ) AS "t7"
    ON "t3"."resource_id" = "t7"."resource_id"
) AS "t8"
ORDER BY
  "t8"."day" ASC,
  "t8"."account_id" ASC,
  "t8"."resource_id" ASC,
  "t8"."city" ASC
