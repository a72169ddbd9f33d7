package io.coffer.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.engine.EngineRun;
import io.coffer.engine.blob.Hasher;
import io.coffer.engine.crypto.KeyFile;
import io.coffer.engine.crypto.MasterKey;
import io.coffer.engine.store.LocalStore;
import io.coffer.engine.store.Repository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordsTest {
  private static final List<String> FILES =
      List.of(
          "plain",
          "line\n",
          "windows\r\n",
          "  blanks \t\n\n",
          "two words",
          "two\nlines\n",
          "\u00ef\u00bb\u00bfmarked\n",
          "caf\u00e9\n",
          "\u00c3\u00a4\u00c2\u00a0",
          "\u00ff",
          "\u00fe\u00ff\0p\0\u00e4\0\n",
          "\u00ff\u00fep\0\u00e4\0\r\0\n\0",
          "nul\0inside");

  @TempDir Path folder;

  @Test
  void readsAPasswordFileAsTheStockToolDoes() throws IOException {
    for (int i = 0; i < FILES.size(); i++) {
      Path repo = folder.resolve("repo" + i);
      Path password = folder.resolve("password" + i);
      Files.write(password, FILES.get(i).getBytes(StandardCharsets.ISO_8859_1));
      assertThat(run(repo, password, "init").code()).isZero();
      assertThat(stock(repo, password)).describedAs("password %d", i).isZero();
    }
  }

  @Test
  void refusesAnEmptyPassword() throws IOException {
    for (String empty :
        List.of("", "\n", " \r\n ", "\u00ef\u00bb\u00bf", "\u00ef\u00bb\u00bf\n", "\u00fe\u00ff")) {
      Path password = folder.resolve("empty");
      Files.write(password, empty.getBytes(StandardCharsets.ISO_8859_1));
      EngineRun.Result result = run(folder.resolve("repo"), password, "init");
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.error()).contains("the password is empty");
      assertThat(folder.resolve("repo")).doesNotExist();
    }
  }

  @Test
  void namesAPasswordFileThatIsNotThere() {
    EngineRun.Result result = run(folder.resolve("repo"), folder.resolve("none"), "init");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.error()).startsWith("there is no password file " + folder.resolve("none"));
    assertThat(run(folder.resolve("repo"), folder, "init").error()).contains("cannot be read: ");
  }

  @Test
  void runsAPasswordCommand() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "it's\n");
    Path repo = folder.resolve("repo");
    assertThat(run(repo, password, "init").code()).isZero();
    List<String> line = List.of("snapshots", "-r", repo.toString(), "--password-command");
    assertThat(alone(line, "cat '" + password + "'").code()).isZero();
    assertThat(alone(line, "echo other").error()).contains("wrong password");
    assertThat(alone(line, "false").error()).contains("failed with exit code 1");
    assertThat(alone(line, "/no/such/program").error()).contains("cannot be run");
    assertThat(alone(line, " ").code()).isEqualTo(2);
    assertThat(alone(line, "true").error()).contains("the password is empty");
    assertThat(alone(line, "cat", "-p", password.toString()).code()).isEqualTo(2);
  }

  @Test
  void triesEachOfManyKeys() throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "first");
    Path repo = folder.resolve("repo");
    assertThat(run(repo, password, "init").code()).isZero();
    MasterKey master = Repository.open(new LocalStore(repo), "first").masterKey();
    for (int i = 0; i < 30; i++) {
      addKey(repo, master, "key " + i);
    }
    addFile(repo, "{\"kdf\":\"scrypt\",\"N\":1073741824,\"r\":8,\"p\":1}".getBytes());
    addFile(repo, new byte[0]);
    for (String other : List.of("key 0", "key 21", "key 29", "first")) {
      Files.writeString(password, other);
      assertThat(run(repo, password, "snapshots").code()).isZero();
    }
    Files.writeString(password, "none of them");
    assertThat(run(repo, password, "snapshots").code()).isEqualTo(1);
  }

  private static void addKey(Path repo, MasterKey master, String password) throws IOException {
    addFile(
        repo,
        KeyFile.seal(
            master,
            password.getBytes(StandardCharsets.UTF_8),
            KeyFile.PasswordOrigin.RANDOM,
            "user",
            "host",
            new SecureRandom()));
  }

  private static void addFile(Path repo, byte[] bytes) throws IOException {
    Files.write(repo.resolve("keys").resolve(new Hasher().id(bytes, 0, bytes.length).hex()), bytes);
  }

  private static EngineRun.Result run(Path repo, Path password, String verb) {
    return alone(List.of(verb, "-r", repo.toString()), "--password-file", password.toString());
  }

  private static EngineRun.Result alone(List<String> line, String... more) {
    List<String> words = new ArrayList<>(line);
    words.addAll(List.of(more));
    return EngineRun.runAlone(InputStream.nullInputStream(), words);
  }

  private static int stock(Path repo, Path password) throws IOException {
    Process process =
        new ProcessBuilder(
                "restic",
                "--no-cache",
                "-r",
                repo.toString(),
                "-p",
                password.toString(),
                "snapshots")
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    process.getInputStream().transferTo(new ByteArrayOutputStream());
    return process.onExit().join().exitValue();
  }
}
