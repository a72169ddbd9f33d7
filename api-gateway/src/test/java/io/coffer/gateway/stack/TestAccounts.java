package io.coffer.gateway.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Two accounts with projects of this run, in the file that the launcher would write. */
final class TestAccounts {

  static final String PASSWORD = "correct horse";
  static final String SECRET_KEY = "SK0000000000000000000000000000000000one";

  private TestAccounts() {}

  static Path write(String domain, String project, String second, String foreign)
      throws IOException {
    String json =
        """
        {"endpoint": "http://coffer.test:8080", "domain": "one", "domain_id": "%s", "user": "ann",
         "user_id": "%s", "password": "%s", "access_key": "AKONE", "secret_key": "%s",
         "members": ["two"],
         "projects": [{"id": "%s", "name": "region-1", "region": "region-1"},
                      {"id": "%s", "name": "region-2", "region": "region-2"}],
         "other": {"domain": "two", "domain_id": "%s", "user": "bob", "user_id": "%s",
                   "password": "other secret", "access_key": "AKTWO", "secret_key": "SKTWO0000",
                   "roles": ["reader"],
                   "projects": [{"id": "%s", "name": "region-1", "region": "region-1"}]}}
        """
            .formatted(domain, id(), PASSWORD, SECRET_KEY, project, second, id(), id(), foreign);
    return Files.writeString(Files.createTempFile("credentials", ".json"), json);
  }

  static String id() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
