package io.coffer.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coffer.engine.EngineRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandSyntaxTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> VERBS =
      List.of("init", "backup", "snapshots", "restore", "forget", "prune", "check", "unlock");

  @TempDir Path folder;
  private EngineRun engine;
  private String source;
  private String target;

  @BeforeEach
  void makeFolder() throws IOException {
    engine = new EngineRun(folder);
    source = Files.writeString(folder.resolve("file"), "content").toString();
    target = folder.resolve("target").toString();
  }

  @Test
  void refusesWhatAVerbDoesNotDeclare() throws IOException {
    refuses("init", "--tag", "a");
    refuses("init", "word");
    refuses("snapshots", "--target", target);
    refuses("snapshots", "--include", "x");
    refuses("check", "word");
    refuses("check", "--host", "a");
    refuses("prune", "latest");
    refuses("prune", "--no-lock");
    refuses("unlock", "all");
    refuses("unlock", "--tag", "a");
    refuses("backup", source, "--no-lock");
    refuses("backup", source, "--include", "x");
    refuses("restore", "latest", "more", "--target", target);
    refuses("restore", "--target", target);
    refuses("forget", "--no-lock", "latest");
    refuses("forget", "--tag", "a");
    refuses("backup");
    refuses("restore", "latest");
    refuses("restore", "latest", "--target", target, "--include", "a", "--exclude", "b");
    refuses("backup", source, "-z");
    refuses("backup", source, source, "--changed-extents", source);
    refuses("check", "--json=perhaps");
  }

  @Test
  void tellsWhatMayBeGivenWhenAskedAndDoesNothing() {
    for (String verb : VERBS) {
      for (List<String> line :
          List.of(
              List.of(verb, "--help"), List.of("-h", verb, "word"), List.of("help", verb, "-q"))) {
        EngineRun.Result told = EngineRun.runAlone(InputStream.nullInputStream(), line);
        assertThat(told.code()).as("%s", line).isZero();
        assertThat(told.output()).startsWith("usage: " + verb);
        assertThat(told.error()).isEmpty();
      }
    }
    for (String line : List.of("--help", "-h", "help", "help nothing", "--nothing -h")) {
      EngineRun.Result told =
          EngineRun.runAlone(InputStream.nullInputStream(), List.of(line.split(" ")));
      assertThat(told.code()).as(line).isZero();
      assertThat(told.output()).contains(VERBS);
    }
    assertThat(engine.run("init", "--help").code()).isZero();
    assertThat(engine.repository()).doesNotExist();
    List<String> line = new ArrayList<>(engine.options());
    line.addAll(List.of("backup", "--", "--help"));
    EngineRun.Result failed = EngineRun.runAlone(InputStream.nullInputStream(), line);
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.error()).contains("/--help");
  }

  @Test
  void namesAnIdByItsBytes() {
    engine.init();
    for (String verb : List.of("snapshots", "forget")) {
      assertThat(engine.run(verb, "\u00fc").error()).contains("no snapshot \u00fc");
    }
  }

  @Test
  void refusesEmptyValues() throws IOException {
    refuses("restore", "latest", "--target", "");
    refuses("restore", "latest", "--target=");
    refuses("restore", "latest", "-t", "");
    refuses("restore", "", "--target", target);
    refuses("restore", "latest", "--target", target, "--include", "");
    refuses("restore", "latest", "--target", target, "--exclude=");
    refuses("backup", "");
    refuses("backup", source, "");
    refuses("backup", source, "--host=");
    refuses("backup", source, "--host", "  ");
    refuses("backup", source, "--tag", "a,,b");
    refuses("backup", source, "--tag=a, ,b");
    refuses("backup", source, "--tag", ",");
    refuses("backup", source, "--parent", "");
    refuses("snapshots", "--path", "");
    refuses("snapshots", "--tag", "");
    refuses("forget", "");
    refuses("forget", "--host", "", "latest");
    refuses("check", "--retry-lock", "");
    refuses("check", "--repo", "");
    refuses("check", "-r=");
    refuses("init", "--password-file=");
  }

  @Test
  void refusesValuesOutOfRange() throws IOException {
    for (String grace : List.of("-1h", "soon", "1", "h", "1w", "99999999d", "1h-", "NaN", "1e3h")) {
      refuses("prune", "--grace=" + grace);
    }
    for (String part :
        List.of("NaN", "-1", "101", "100.1%", "Infinity", "5%%", "0x5", "1e1", "%")) {
      refuses("prune", "--max-unused=" + part);
    }
    for (String time :
        List.of(
            "yesterday",
            "+12345-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-01-01T00:00:00+01:00:30",
            "2026-01-01 25:00:00",
            "2026-02-30 00:00:00",
            "0")) {
      refuses("backup", source, "--time=" + time);
    }
    for (String pattern : List.of("[", "a[b", "[]", "x\\", "a/[z-", "[a-]", "**/[")) {
      refuses("restore", "latest", "--target", target, "--include", pattern);
    }
    refuses("bench", "--runs=1");
    refuses("bench", "--size=0");
    refuses("bench", "--only=neither");
    refuses("backup", source, "--retry-lock=-5m");
  }

  @Test
  void refusesPlacesThatAreNoFolders() throws IOException {
    for (String place :
        List.of(
            "s3:host/bucket",
            "s3:https://host/bucket",
            "sftp:user@host:/path",
            "sftp://host/path",
            "rest:https://user:hidden@host/",
            "rclone:remote:path",
            "b2:bucket",
            "azure:box:/",
            "gs:bucket:/",
            "swift:box:/path",
            "http://host/",
            "ftp:x",
            "local:",
            "C:x")) {
      for (String verb : List.of("init", "snapshots", "prune")) {
        EngineRun.Result result = refuses(verb, "-r", place);
        assertThat(result.error()).doesNotContain("hidden");
      }
    }
  }

  @Test
  void refusesSeededNonsense() throws IOException {
    Random random = new Random(4);
    String letters = "abcdefghijklmnopqrstuvwxyz";
    for (int round = 0; round < 200; round++) {
      StringBuilder name = new StringBuilder("--x");
      for (int length = 1 + random.nextInt(12); length > 0; length--) {
        name.append(letters.charAt(random.nextInt(letters.length())));
      }
      List<String> line = new ArrayList<>();
      line.add(VERBS.get(random.nextInt(VERBS.size())));
      line.add(random.nextBoolean() ? name.toString() : name + "=" + random.nextInt());
      refuses(line.toArray(String[]::new));
    }
  }

  @Test
  void takesAFolderByPrefixOrPath() {
    assertThat(run("init", "-r", "one:two").code()).isEqualTo(2);
    EngineRun.Result made = run("init", "-r", "local:" + folder.resolve("one:two"));
    assertThat(made.code()).describedAs(made.error()).isZero();
    assertThat(folder.resolve("one:two/config")).exists();
    assertThat(run("snapshots", "-r", folder.resolve("one:two").toString()).code()).isZero();
  }

  @Test
  void takesOptionsInAllUsualWays() {
    engine.init();
    assertThat(engine.run("backup", source, "--tag=a,b", "-H", "here", "-q", "-f").code()).isZero();
    assertThat(run("backup", "--tag", "c", "-Hthere", "-qf", "--", source).code()).isZero();
    assertThat(engine.run("--json", "snapshots", "--host=here").output()).contains("\"a\",\"b\"");
    assertThat(engine.run("snapshots", "-H=there", "--json=false").output()).contains("  c  ");
    String repo = engine.repository().toString();
    String password = folder.resolve("password").toString();
    assertThat(run("-qr" + repo, "-p=" + password, "check").code()).isZero();
  }

  @Test
  void forgetsOnlyWhatFitsTheFilter() {
    engine.init();
    engine.run("backup", source, "--tag", "a", "--host", "one");
    engine.run("backup", source, "--tag", "b", "--host", "two");
    String newest = id("snapshots", "latest", "--json");
    assertThat(engine.run("forget", "--tag", "a", newest).code()).isEqualTo(1);
    assertThat(engine.run("forget", "--host", "none", "latest").code()).isEqualTo(1);
    assertThat(engine.run("forget", newest, "ffffffff").code()).isEqualTo(1);
    assertThat(engine.run("snapshots").output().lines()).hasSize(2);
    assertThat(engine.run("forget", "--tag", "a", "latest").code()).isZero();
    assertThat(id("snapshots", "--json")).isEqualTo(newest);
  }

  @Test
  void tellsAFailureInJsonWhenAskedFor() throws IOException {
    for (String[] line :
        List.of(
            new String[] {"snapshots", "--json"},
            new String[] {"frobnicate", "--json"},
            new String[] {"--json"},
            new String[] {"frobnicate", "--json=1"},
            new String[] {"check", "--json=false", "--json=T", "word"},
            new String[] {"restore", "--json", "--target="},
            new String[] {"backup", "--json", "/nothing/of/the/kind"})) {
      EngineRun.Result result = engine.run(line);
      assertThat(result.code()).isPositive();
      JsonNode told = JSON.readTree(result.error());
      assertThat(told.path("message_type").asText()).isEqualTo("exit_error");
      assertThat(told.path("code").asInt()).isEqualTo(result.code());
      assertThat(told.path("message").asText()).isNotBlank();
      for (String output : result.output().lines().toList()) {
        assertThat(JSON.readTree(output).isContainerNode()).isTrue();
      }
    }
  }

  @Test
  void sessionRefusesTheSame() throws IOException {
    engine.init();
    String lines = "snapshots --target x\nforget ''\nprune --grace=-1h\nsnapshots\n";
    EngineRun.Result result = engine.run(new ByteArrayInputStream(lines.getBytes()), "session");
    List<String> answers = result.output().lines().toList();
    for (String answer : answers.subList(0, 3)) {
      assertThat(JSON.readTree(answer).path("error").asText()).contains("usage: ");
    }
    assertThat(JSON.readTree(answers.get(3)).path("ok").asBoolean()).isTrue();
    assertThat(engine.run("session", "--tag", "a").code()).isEqualTo(2);
  }

  @Test
  void namesNoLockWhereALockCannotBeWritten() throws IOException {
    engine.init();
    engine.run("backup", source);
    Files.deleteIfExists(engine.repository().resolve("locks"));
    Files.createSymbolicLink(
        engine.repository().resolve("locks"), Path.of("/proc/self/fdinfo")); // root cannot, either
    for (String verb : List.of("check", "restore")) {
      List<String> line = new ArrayList<>(List.of(verb));
      line.addAll(verb.equals("restore") ? List.of("latest", "--target", target) : List.of());
      EngineRun.Result locked = engine.run(line.toArray(String[]::new));
      assertThat(locked.code()).isEqualTo(1);
      assertThat(locked.error()).contains("--no-lock");
      assertThat(Path.of(target)).doesNotExist();
      line.add("--no-lock");
      EngineRun.Result read = engine.run(line.toArray(String[]::new));
      assertThat(read.code()).describedAs(read.error()).isZero();
    }
    assertThat(engine.run("snapshots", "--no-lock").code()).isZero();
  }

  /** With the repository of the test before it, so that the line's own wins. */
  private EngineRun.Result refuses(String... line) throws IOException {
    List<Path> before = list();
    List<Path> here = here();
    EngineRun.Result result = run(line);
    assertThat(result.code()).describedAs("%s: %s", List.of(line), result.error()).isEqualTo(2);
    assertThat(result.error().strip().lines()).isNotEmpty();
    assertThat(result.error()).doesNotContain("Exception");
    assertThat(list()).isEqualTo(before);
    assertThat(here()).isEqualTo(here);
    return result;
  }

  private EngineRun.Result run(String... line) {
    List<String> words = new ArrayList<>();
    if (!List.of(line).contains("bench")) {
      words.addAll(List.of("-r", engine.repository().toString()));
      words.addAll(List.of("--password-file", folder.resolve("password").toString()));
    }
    words.addAll(List.of(line));
    return EngineRun.runAlone(InputStream.nullInputStream(), words);
  }

  private String id(String... line) {
    try {
      return JSON.readTree(engine.run(line).output()).path(0).path("id").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> list() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted().toList();
    }
  }

  private static List<Path> here() throws IOException {
    try (Stream<Path> paths = Files.list(Path.of(""))) {
      return paths.sorted().toList();
    }
  }
}
