package io.coffer.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.cli.home.DamagedFileException;
import io.coffer.cli.home.Home;
import io.coffer.cli.home.JsonFile;
import io.coffer.cli.home.Keys;
import io.coffer.cli.home.PasswordKeys;
import io.coffer.local.LocalStackException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedHomeTest {

  private static final List<String> DAMAGES =
      List.of(
          "", "\n", "null", "{", "[]", "{}", "{\"ports\":null}", "{\"processes\":[null]}", "ÿþ");

  @TempDir private Path directory;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Home home;

  @BeforeEach
  void open() {
    home = new Home(directory, directory.resolve("home"));
  }

  @Test
  void reportsAreMadeAnew() throws IOException {
    Files.createDirectories(home.path());
    for (String damage : DAMAGES) {
      Files.writeString(home.stackFile(), damage);
      assertThat(StackFile.wanted(home)).as(damage).isEmpty();
      Files.writeString(home.portsFile(), damage);
      assertThat(PortBook.open(home, List.of()).gateway(null)).as(damage).isEqualTo(8080);
    }
  }

  @Test
  void aPortThatIsNoneIsForgotten() throws IOException {
    Files.createDirectories(home.path());
    for (String port : List.of("0", "-1", "65536", "null", "\"many\"")) {
      Files.writeString(home.portsFile(), "{\"ports\":{\"kafka\":" + port + "}}");
      assertThat(PortBook.open(home, List.of()).get("kafka", any -> true)).isBetween(1, 65535);
    }
  }

  @Test
  void theGatewayKeepsThePortThatItsClientsWereTold() throws IOException {
    credentials().at("http://127.0.0.1:9321", 5432);
    for (String damage : DAMAGES) {
      Files.writeString(home.portsFile(), damage);
      assertThat(PortBook.open(home, List.of()).gateway(null)).as(damage).isEqualTo(9321);
    }
  }

  @Test
  void credentialsComeBackFromTheirCopy() throws IOException {
    Credentials made = credentials().at("http://127.0.0.1:8080", 5432);
    for (String damage : DAMAGES) {
      Files.writeString(home.credentials(), damage);
      assertThat(credentials().at("http://127.0.0.1:8080", 5432)).as(damage).isEqualTo(made);
      assertThat(JsonFile.read(home.credentials(), Credentials.class)).contains(made);
    }
    Files.delete(home.credentials());
    assertThat(credentials().at("http://127.0.0.1:8080", 5432)).isEqualTo(made);
  }

  @Test
  void withoutACopyCredentialsAreNotMadeUpForDataThatTheyWouldNotOpen() throws IOException {
    hold();
    Files.createDirectories(home.path());
    for (String damage : DAMAGES) {
      Files.writeString(home.credentials(), damage);
      assertThatThrownBy(() -> credentials().at("http://127.0.0.1:8080", 5432))
          .as(damage)
          .isInstanceOf(LocalStackException.class)
          .hasMessageContaining(home.credentials() + " is damaged: ")
          .hasMessageContaining("Bring one of them back");
    }
  }

  @Test
  void saysWhatIsWrongWithAFile() throws IOException {
    Path file = Files.createFile(directory.resolve("credentials.json"));
    assertThat(fault(file)).endsWith("is damaged: it is empty");
    Files.writeString(file, "{\n\"endpoint\":");
    assertThat(fault(file)).contains("no JSON after line 2");
    Files.writeString(file, "{\"endpoint\":\"http://127.0.0.1\"}");
    assertThat(fault(file)).endsWith("is damaged: domain is missing");
    Files.writeString(file, "{\"projects\":7}");
    assertThat(fault(file)).endsWith("projects is not what it should be");
  }

  @Test
  void onlyTheSecretOfInternalRoutesIsMadeAgain() throws IOException {
    Keys first = Keys.load(home, null);
    hold();
    for (String damage : List.of("", " \n", "half a secret")) {
      String before = first.tokenFingerprint();
      Files.writeString(first.internalToken(), damage);
      Keys again = Keys.load(home, null);
      assertThat(again.tokenFingerprint()).isNotEqualTo(before);
      assertThat(Files.readString(again.internalToken()).strip()).hasSize(48);
      first = again;
    }
    for (String key : List.of("sealing.key", "postgres.password")) {
      Path file = home.keys().resolve(key);
      String content = Files.readString(file);
      for (String damage : List.of("", "\n")) {
        Files.writeString(file, damage);
        assertThatThrownBy(() -> Keys.load(home, null)).hasMessageContaining(file.toString());
      }
      Files.writeString(file, content);
    }
  }

  @Test
  void keysOfPasswordsThatDoNotFitAreMadeAgainTogether() throws IOException {
    PasswordKeys first = Keys.load(home, null).passwords();
    String publicKey = Files.readString(first.publicKey());
    String before = first.fingerprint();
    hold();
    assertThat(Keys.load(home, null).passwords().fingerprint()).isEqualTo(before);
    Files.writeString(first.privateKey(), "half a key");
    PasswordKeys again = Keys.load(home, null).passwords();
    assertThat(Files.readString(again.publicKey())).isNotEqualTo(publicKey);
    Files.writeString(again.publicKey(), publicKey);
    assertThat(Keys.load(home, null).passwords().fingerprint()).isNotEqualTo(before);
  }

  @Test
  void aTornSecretOfKafkaIsMadeAgain() throws IOException {
    Path file = home.keys().resolve("kafka").resolve("vault-service.properties");
    Keys first = Keys.load(home, null);
    hold();
    String half = Files.readString(file).substring(0, 60);
    String another = Files.readString(home.keys().resolve("kafka").resolve("operator.properties"));
    for (String damage : List.of("", half, "\\u00", another)) {
      Files.writeString(file, damage);
      Keys again = Keys.load(home, null);
      assertThat(again.kafkaLogin("vault-service")).isNotEqualTo(first.kafkaLogin("vault-service"));
      assertThat(again.kafkaLogin("operator")).isEqualTo(first.kafkaLogin("operator"));
      assertThat(again.kafkaFingerprint()).isNotEqualTo(first.kafkaFingerprint());
      assertThat(Keys.load(home, null).kafkaLogins()).isEqualTo(again.kafkaLogins());
      first = again;
    }
  }

  private void hold() throws IOException {
    Files.createDirectories(home.postgresData());
    Files.writeString(home.postgresData().resolve("PG_VERSION"), "18\n");
  }

  private CredentialsFile credentials() {
    return new CredentialsFile(home, new PrintStream(said));
  }

  private static String fault(Path file) {
    try {
      return JsonFile.read(file, Credentials.class).toString();
    } catch (DamagedFileException damaged) {
      return damaged.getMessage();
    }
  }
}
