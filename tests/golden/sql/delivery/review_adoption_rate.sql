SELECT
  SUM(CAST("t9"."accepted" AS INT)) / COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    "t3"."advice_id",
    "t3"."topic_id",
    "t3"."stage",
    "t3"."accepted",
    "t3"."closed_on",
    "t8"."meeting_id",
    "t8"."kind",
    "t8"."title",
    "t8"."held_on"
  FROM "delivery"."review_advice" AS "t3"
  INNER JOIN (
    SELECT
      "t4"."topic_id",
      "t4"."meeting_id",
      "t4"."kind",
      "t4"."title",
      "t6"."held_on"
    FROM "delivery"."review_topic" AS "t4"
    INNER JOIN (
      SELECT
        *
      FROM "delivery"."review_meeting" AS "t2"
      WHERE
        "t2"."held_on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30)
    ) AS "t6"
      ON "t4"."meeting_id" = "t6"."meeting_id"
  ) AS "t8"
    ON "t3"."topic_id" = "t8"."topic_id"
) AS "t9"
