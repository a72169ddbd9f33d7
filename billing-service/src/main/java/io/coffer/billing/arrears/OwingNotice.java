package io.coffer.billing.arrears;

import io.coffer.contracts.DerivedId;
import io.coffer.contracts.Json;
import io.coffer.contracts.notice.Notice;
import io.coffer.contracts.notice.NoticeCommand.TellNotice;
import io.coffer.contracts.notice.NoticeType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** What a project is told of what its domain owes. */
final class OwingNotice {

  private OwingNotice() {}

  static TellNotice owing(String project, Instant until, Instant time) {
    return tell(
        NoticeType.ACCOUNT_OWING,
        project,
        "The balance did not cover what was used. What is paid by use is frozen at " + until + ".",
        "grace_until",
        until,
        time);
  }

  static TellNotice closed(String project, Instant until, Instant time) {
    return tell(
        NoticeType.ACCOUNT_FROZEN,
        project,
        "What is paid by use is frozen, as nobody paid for it. It is deleted at " + until + ".",
        "retention_until",
        until,
        time);
  }

  private static TellNotice tell(
      String type, String project, String summary, String field, Instant until, Instant time) {
    UUID namespace = UUID.nameUUIDFromBytes(project.getBytes(StandardCharsets.UTF_8));
    return new TellNotice(
        new Notice(
            DerivedId.of(namespace, "notice/" + type + "/" + time),
            type,
            null,
            summary,
            Json.MAPPER.createObjectNode().put(field, until.toString()),
            time));
  }
}
