SELECT
  COUNT(*) FILTER(WHERE
    "t10"."closed_on" <= MAKE_DATE(2023, 4, 30)) / COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    "t6"."advice_id",
    "t6"."topic_id",
    "t6"."stage",
    "t6"."accepted",
    "t6"."closed_on",
    "t9"."meeting_id",
    "t9"."kind",
    "t9"."title",
    "t9"."held_on"
  FROM (
    SELECT
      *
    FROM "delivery"."review_advice" AS "t0"
    WHERE
      "t0"."accepted" = TRUE
  ) AS "t6"
  INNER JOIN (
    SELECT
      "t3"."topic_id",
      "t3"."meeting_id",
      "t3"."kind",
      "t3"."title",
      "t7"."held_on"
    FROM "delivery"."review_topic" AS "t3"
    INNER JOIN (
      SELECT
        *
      FROM "delivery"."review_meeting" AS "t2"
      WHERE
        "t2"."held_on" BETWEEN MAKE_DATE(2023, 4, 1) AND MAKE_DATE(2023, 4, 30)
    ) AS "t7"
      ON "t3"."meeting_id" = "t7"."meeting_id"
  ) AS "t9"
    ON "t6"."topic_id" = "t9"."topic_id"
) AS "t10"
