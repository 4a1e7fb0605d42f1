SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    "t2"."topic_id",
    "t2"."meeting_id",
    "t2"."kind",
    "t2"."title",
    "t4"."held_on"
  FROM "delivery"."review_topic" AS "t2"
  INNER JOIN (
    SELECT
      *
    FROM "delivery"."review_meeting" AS "t1"
    WHERE
      "t1"."held_on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30)
  ) AS "t4"
    ON "t2"."meeting_id" = "t4"."meeting_id"
) AS "t5"
