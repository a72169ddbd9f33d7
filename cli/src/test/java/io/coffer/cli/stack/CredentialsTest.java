package io.coffer.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.cli.home.Home;
import io.coffer.cli.home.JsonFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

  private static final Credentials SAMPLE = Credentials.random("http://127.0.0.1:8080", 5432);

  @TempDir private Path directory;

  @Test
  void secretsHaveTheirShapes() {
    assertThat(SAMPLE.accessKey()).matches("[A-Z0-9]{20}");
    assertThat(SAMPLE.secretKey()).matches("[A-Za-z0-9]{40}");
    assertThat(SAMPLE.domainId()).matches("[0-9a-f]{32}");
    assertThat(SAMPLE.projects()).allSatisfy(p -> assertThat(p.id()).matches("[0-9a-f]{32}"));
  }

  @Test
  void everyRegionHasAProjectOfItsName() {
    assertThat(SAMPLE.projects())
        .extracting(Credentials.Project::name)
        .containsExactly("region-1", "region-2");
    assertThat(SAMPLE.projects()).allSatisfy(p -> assertThat(p.name()).isEqualTo(p.region()));
  }

  @Test
  void theOtherDomainSharesNothing() {
    assertThat(SAMPLE.other().domainId()).isNotEqualTo(SAMPLE.domainId());
    assertThat(SAMPLE.other().projects()).doesNotContainAnyElementsOf(SAMPLE.projects());
    assertThat(SAMPLE.other().password()).isNotEqualTo(SAMPLE.password());
  }

  @Test
  void everyServiceHasADatabaseWithAPasswordOfItsOwn() {
    assertThat(SAMPLE.databases())
        .extracting(Credentials.Database::service)
        .containsExactly(
            "api-gateway", "vault-service", "backup-worker", "policy-scheduler", "billing-service");
    assertThat(SAMPLE.databases())
        .extracting(Credentials.Database::password)
        .doesNotHaveDuplicates();
  }

  @Test
  void anotherAddressChangesNoSecret() {
    Credentials moved = SAMPLE.at("http://127.0.0.1:9000", 6000);
    assertThat(moved.endpoint()).isEqualTo("http://127.0.0.1:9000");
    assertThat(moved.database("vault-service").port()).isEqualTo(6000);
    assertThat(moved.at(SAMPLE.endpoint(), 5432)).isEqualTo(SAMPLE);
  }

  @Test
  void theFileIsForItsOwnerAlone() throws IOException {
    Path file = directory.resolve("home").resolve("credentials.json");
    JsonFile.write(file, SAMPLE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    assertThat(Files.readString(file)).contains("\"access_key\"", "\"domain_id\"");
    assertThat(JsonFile.read(file, Credentials.class)).contains(SAMPLE);
  }

  @Test
  void keepsWhatPeopleWroteIntoTheFileWhenTheAddressChanges() throws IOException {
    Home home = new Home(directory, directory);
    CredentialsFile file =
        new CredentialsFile(home, new PrintStream(OutputStream.nullOutputStream()));
    Credentials first = file.at("http://127.0.0.1:8080", 5432);
    String members = "\"members\" : [ \"other\" ]";
    String written = Files.readString(home.credentials());
    Files.writeString(home.credentials(), written.replaceFirst("\\{", "{ " + members + ","));
    assertThat(file.at("http://127.0.0.1:9000", 6000).at("http://127.0.0.1:8080", 5432))
        .isEqualTo(first);
    assertThat(Files.readString(home.credentials())).contains(members, "127.0.0.1:9000");
    Files.delete(home.credentials());
    file.at("http://127.0.0.1:9000", 6000);
    assertThat(Files.readString(home.credentials())).contains(members, "127.0.0.1:9000");
  }
}
