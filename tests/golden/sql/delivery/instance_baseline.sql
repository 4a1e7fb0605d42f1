SELECT
  "t5"."instance_id",
  "t5"."component",
  "t5"."version",
  "t5"."system",
  "t5"."environment",
  COALESCE("t5"."listed", FALSE) AS "listed",
  "t5"."allowed_until"
FROM (
  SELECT
    "t2"."instance_id",
    "t2"."component",
    "t2"."version",
    "t2"."system",
    "t2"."environment",
    "t4"."component" AS "component_right",
    "t4"."version" AS "version_right",
    "t4"."allowed_until",
    "t4"."listed"
  FROM "delivery"."instance" AS "t2"
  LEFT OUTER JOIN (
    SELECT
      "t1"."component",
      "t1"."version",
      "t1"."allowed_until",
      TRUE AS "listed"
    FROM "delivery"."baseline" AS "t1"
  ) AS "t4"
    ON "t2"."component" = "t4"."component" AND "t2"."version" = "t4"."version"
) AS "t5"
ORDER BY
  "t5"."instance_id" ASC
