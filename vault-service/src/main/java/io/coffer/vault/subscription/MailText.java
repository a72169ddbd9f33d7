package io.coffer.vault.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import io.coffer.contracts.notice.Notice;
import java.util.Map;

/** A notice as people read it. */
final class MailText {

  private MailText() {}

  static String of(String project, Notice notice) {
    StringBuilder text = new StringBuilder(notice.summary()).append("\n\n");
    for (Map.Entry<String, JsonNode> fact : notice.data().properties()) {
      line(text, fact.getKey(), fact.getValue().asText());
    }
    if (notice.vaultId() != null) {
      line(text, "vault_id", notice.vaultId().toString());
    }
    line(text, "project_id", project);
    line(text, "time", notice.at().toString());
    line(text, "notice_id", notice.id().toString());
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(": ").append(value).append('\n');
  }
}
