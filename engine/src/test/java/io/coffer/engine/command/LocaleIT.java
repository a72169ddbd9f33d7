package io.coffer.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coffer.engine.tree.RawPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes are bytes: in each locale, whether or not they are text. */
class LocaleIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String UMLAUT = RawPath.ofText("\u00e4\u00f6");
  private static final String KANJI = RawPath.ofText("\u6f22\ud83d\ude00");
  private static final String LATIN_1 = "caf\u00e9"; // no UTF-8

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"C", "C.UTF-8"})
  void keepsTheBytesOfEveryWord(String locale) throws IOException {
    EngineProcess engine =
        new EngineProcess(
            folder, Map.of("LC_ALL", locale, "RESTIC_PASSWORD", "\u00e9\u00ff" + UMLAUT));
    String base = RawPath.raw(folder);
    for (String name : List.of(UMLAUT, KANJI, LATIN_1)) {
      Path file = RawPath.of(base + "/source/" + name + "/file " + name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, locale);
    }
    String repo = base + "/repo " + LATIN_1 + UMLAUT;
    ok(engine, "init", "-r", repo);
    ok(engine, "backup", "source", "-r", repo, "--tag", UMLAUT + "," + KANJI, "--host", UMLAUT);
    ok(engine, "backup", "source/" + LATIN_1, "-r", repo, "--tag", LATIN_1);
    String listed =
        ok(engine, "snapshots", "--tag", KANJI, "--host=" + UMLAUT, "--json", "-r", repo);
    JsonNode snapshots = JSON.readTree(listed);
    assertThat(snapshots).hasSize(1);
    assertThat(snapshots.at("/0/tags/0").asText()).isEqualTo("\u00e4\u00f6");
    assertThat(snapshots.at("/0/hostname").asText()).isEqualTo("\u00e4\u00f6");
    assertThat(ok(engine, "snapshots", "--tag", LATIN_1, "-r", repo)).contains("caf\u00e9");
    ok(engine, "snapshots", "--path", "source/" + LATIN_1, "latest", "-r", repo);

    String target = base + "/target " + LATIN_1 + KANJI;
    ok(
        engine,
        "restore",
        "latest",
        "--tag",
        UMLAUT,
        "-r",
        repo,
        "--target",
        target,
        "--include",
        base + "/source/" + UMLAUT,
        "-i",
        "file caf?");
    assertThat(RawPath.of(target + base + "/source/" + UMLAUT + "/file " + UMLAUT)).exists();
    assertThat(RawPath.of(target + base + "/source/" + LATIN_1 + "/file " + LATIN_1)).exists();
    assertThat(RawPath.of(target + base + "/source/" + KANJI)).doesNotExist();
  }

  @Test
  void namesWhatCannotBeReadOrWrittenAsItIsCalled() throws IOException {
    EngineProcess engine =
        new EngineProcess(folder, Map.of("LC_ALL", "C", "RESTIC_PASSWORD", "secret"));
    String base = RawPath.raw(folder);
    String repo = base + "/repo " + UMLAUT;
    ok(engine, "init", "-r", repo);
    Files.createSymbolicLink(RawPath.of(base + "/" + UMLAUT), Path.of("/proc/self"));
    EngineProcess.Result saved =
        engine.run(List.of("backup", "-r", repo, UMLAUT + "/mem", "missing " + KANJI));
    assertThat(saved.code()).isEqualTo(3);
    assertThat(saved.output())
        .contains("skipped " + folder + "/\u00e4\u00f6/mem: ")
        .contains("skipped " + folder + "/missing \u6f22\ud83d\ude00: ");
    Files.delete(RawPath.of(repo + "/snapshots/" + only(repo + "/snapshots")));
    Files.delete(RawPath.of(repo + "/snapshots"));
    Files.createFile(RawPath.of(repo + "/snapshots"));
    assertThat(engine.run(List.of("snapshots", "-r", repo)).error())
        .isEqualTo("cannot list " + folder + "/repo \u00e4\u00f6/snapshots: it is not a folder\n");
  }

  @Test
  void takesWhatVariablesAndCommandsNameByItsBytes() throws IOException {
    String base = RawPath.raw(folder) + "/" + UMLAUT + LATIN_1;
    Files.createDirectories(RawPath.of(base));
    Files.writeString(RawPath.of(base + "/pass 'word"), "secret\n");
    Map<String, String> variables =
        Map.of(
            "LC_ALL",
            "C",
            "RESTIC_REPOSITORY",
            base + "/repo",
            "RESTIC_PASSWORD_COMMAND",
            "cat \"" + base + "/pass 'word\"");
    ok(new EngineProcess(folder, variables), "init");
    for (String cache : List.of("COFFER_CACHE_DIR", "XDG_CACHE_HOME", "HOME")) {
      Map<String, String> more = new HashMap<>(variables);
      more.put(cache, base);
      ok(new EngineProcess(folder, more), "backup", base + "/pass 'word");
    }
    assertThat(ok(new EngineProcess(folder, variables), "snapshots").lines()).hasSize(3);
  }

  private static String only(String rawFolder) throws IOException {
    try (Stream<Path> files = Files.list(RawPath.of(rawFolder))) {
      return RawPath.name(files.findAny().orElseThrow());
    }
  }

  @Test
  void opensWhatTheStockToolMadeWithAPasswordOfAnyBytes() throws IOException {
    Path repo = folder.resolve("stock");
    Path password = folder.resolve("password");
    Files.write(password, "\u00e9\u0001\u00ffx".getBytes(StandardCharsets.ISO_8859_1));
    Process init =
        new ProcessBuilder(
                "restic", "--no-cache", "-r", repo.toString(), "-p", password.toString(), "init")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("init.log").toFile())
            .start();
    assertThat(init.onExit().join().exitValue()).isZero();
    for (String locale : List.of("C", "C.UTF-8")) {
      EngineProcess engine =
          new EngineProcess(
              folder, Map.of("LC_ALL", locale, "RESTIC_PASSWORD", "\u00e9\u0001\u00ffx"));
      ok(engine, "snapshots", "-r", repo.toString());
    }
  }

  /** The stock tool does so; in another process the variable may tell of another folder. */
  @Test
  void callsTheFolderWhereItWorksAsTheShellDoes() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Files.writeString(real.resolve("file"), "content");
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    String repo = RawPath.raw(folder) + "/repo";
    EngineProcess engine = new EngineProcess(folder, Map.of("RESTIC_PASSWORD", "x"));
    EngineProcess shell = engine.in(RawPath.raw(link));
    ok(shell, "init", "-r", repo);
    ok(shell, "backup", "file", "-r", repo);
    ok(shell, "snapshots", "latest", "--path", link + "/file", "-r", repo);
    for (String untrue : List.of("/proc", "nowhere", folder.toString())) {
      EngineProcess other = engine.in(RawPath.raw(real)).with("PWD", untrue);
      ok(other, "backup", "file", "-r", repo);
    }
    assertThat(ok(shell, "snapshots", "--path", real + "/file", "-r", repo).lines()).hasSize(3);
  }

  @Test
  void takesNoHostThatIsBlankFromTheEnvironment() throws IOException {
    String repo = RawPath.raw(folder) + "/repo";
    EngineProcess engine =
        new EngineProcess(folder, Map.of("RESTIC_PASSWORD", "x", "RESTIC_HOST", "  "));
    ok(engine, "init", "-r", repo);
    for (List<String> line :
        List.of(List.of("snapshots", "-r", repo), List.of("backup", ".", "-r", repo))) {
      EngineProcess.Result result = engine.run(line);
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.error()).startsWith("RESTIC_HOST is blank");
    }
  }

  @Test
  void worksInAFolderOfAnyBytes() throws IOException {
    Path here = RawPath.of(RawPath.raw(folder) + "/here " + LATIN_1);
    Files.createDirectories(here);
    Files.writeString(here.resolve("file"), "content");
    EngineProcess engine = new EngineProcess(folder, Map.of("LC_ALL", "C", "RESTIC_PASSWORD", "x"));
    ok(engine.in(RawPath.raw(here)), "init", "-r", "repo");
    ok(engine.in(RawPath.raw(here)), "backup", ".", "-r", "repo");
    assertThat(here.resolve("repo/config")).exists();
    ok(engine.in(RawPath.raw(here)), "restore", "latest", "-r", "repo", "-t", "out", "-i", "file");
    assertThat(RawPath.of(RawPath.raw(here) + "/out" + RawPath.raw(here) + "/file")).exists();
  }

  private static String ok(EngineProcess engine, String... raw) throws IOException {
    EngineProcess.Result result = engine.run(List.of(raw));
    assertThat(result.code()).describedAs("%s: %s", List.of(raw), result.error()).isZero();
    return result.output();
  }
}
