package io.coffer.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.coffer.engine.SoakReport;
import io.coffer.engine.store.LocalStore;
import io.coffer.engine.store.Repository;
import io.coffer.engine.store.RepositoryKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stock tool as the oracle: the same line on the same repository means the same. */
class StockCommandLinesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LINES = Integer.getInteger("coffer.command.lines", 60);
  private static final long SEED = 20260731;

  @TempDir Path folder;
  private Path repository;
  private Path password;
  private Path source;
  private Path theirs;
  private Path ours;
  private final Map<Path, List<String>> known = new HashMap<>();

  @BeforeEach
  void backUp() throws IOException {
    RepositoryKeys keys = RepositoryKeys.generate(); // its key file costs little to open
    repository = folder.resolve("repo");
    password = Files.writeString(folder.resolve("password"), keys.password());
    Repository.create(new LocalStore(repository), keys);
    source = folder.resolve("source");
    for (String name :
        List.of(
            "one/file.c",
            "one/file.txt",
            "one/deep/ab.txt",
            "one/deep/inner/x.c",
            "two/a b",
            "two/\u00f6.txt",
            "two/[x]",
            "two/.hidden",
            "two/deep/file.h",
            "b.txt",
            "\u00f6/one/y.c")) {
      Path file = source.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "content of " + name);
    }
    Files.createDirectories(source.resolve("two/empty"));
    Files.createSymbolicLink(source.resolve("two/link"), Path.of("../one"));
    int number = 0;
    for (String host : CommandLines.HOSTS) {
      for (String path : paths()) {
        List<String> line = new ArrayList<>(List.of("backup", path, "--host", host));
        line.addAll(List.of("--time", "2026-03-%02d 12:00:00".formatted(++number)));
        line.addAll(List.of("--tag", CommandLines.TAGS.get(number % 5)));
        if (number % 2 == 0) {
          line.addAll(List.of("--tag", CommandLines.TAGS.get(number % 3)));
        }
        assertThat(
                number % 3 == 0 ? stock(line, repository).code() : engine(line, repository).code())
            .isZero();
      }
    }
    theirs = copy(folder.resolve("theirs"));
    ours = copy(folder.resolve("ours"));
    known.put(theirs, ids(theirs));
    known.put(ours, ids(ours));
  }

  @Test
  void meansWhatTheStockToolMeans() throws IOException {
    CommandLines lines = new CommandLines(SEED, ids(repository), paths());
    for (int number = 0; number < LINES; number++) {
      List<String> line = lines.next();
      switch (line.get(0)) {
        case "snapshots" -> listsTheSame(line);
        case "restore" -> restoresTheSame(line, folder.resolve("line" + number));
        case "forget" -> forgetsTheSame(line, folder.resolve("line" + number));
        case "backup" -> savesTheSame(line);
        default -> findsTheSame(line, copy(folder.resolve("line" + number)), lines);
      }
    }
    SoakReport.note("command lines", "%d mean what they mean to the stock tool", LINES);
  }

  private void savesTheSame(List<String> line) throws IOException {
    Result stock = stock(line, theirs);
    Result engine = engine(line, ours);
    boolean isMissing = line.toString().contains("/missing");
    assertThat(engine.code())
        .describedAs("%s: %s %s", line, engine.output(), stock.output())
        .isEqualTo(stock.code() == 0 && isMissing ? 3 : stock.code());
    assertThat(newest(ours)).describedAs("%s", line).isEqualTo(newest(theirs));
  }

  /** What is in the snapshot that was made last, and what it is known by. */
  private List<String> newest(Path repo) throws IOException {
    List<String> ids = ids(repo);
    List<String> before = known.getOrDefault(repo, List.of());
    known.put(repo, ids);
    List<String> told = new ArrayList<>();
    for (String id : ids.stream().filter(id -> !before.contains(id)).toList()) {
      stock(List.of("ls", "-l", id), repo)
          .output()
          .lines()
          .skip(1)
          .filter(entry -> entry.contains(source.toString())) // others change what is above
          .forEach(told::add);
      JsonNode one = JSON.readTree(stock(List.of("snapshots", "--json", id), repo).output()).get(0);
      told.add(one.path("hostname") + " " + one.path("tags"));
      one.path("paths").forEach(path -> told.add(path.asText())); // which it may name twice
    }
    return told.stream().distinct().toList();
  }

  /** Of a repository in which one file was hurt. */
  private void findsTheSame(List<String> line, Path copy, CommandLines lines) throws IOException {
    String hurt = hurt(copy, lines);
    Result stock = stock(line, copy);
    Result engine = engine(line, copy);
    assertThat(engine.code())
        .describedAs("%s, %s: %s %s", line, hurt, engine.output(), stock.output())
        .isEqualTo(stock.code());
  }

  private static String hurt(Path repo, CommandLines lines) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(repo)) {
      files =
          found
              .filter(file -> file.getFileName().toString().length() == 64)
              .filter(file -> !file.getParent().endsWith("keys"))
              .sorted()
              .toList();
    }
    Path file = files.get(lines.number(files.size()));
    Files.setAttribute(file, "unix:mode", 0600);
    byte[] bytes = Files.readAllBytes(file);
    int at = lines.number(bytes.length);
    switch (lines.number(4)) {
      case 0 -> Files.delete(file);
      case 1 -> Files.write(file, Arrays.copyOf(bytes, at));
      case 2 -> {
        bytes[at] ^= 1;
        Files.write(file, bytes);
      }
      default -> {
        return "sound";
      }
    }
    return "hurt at " + at + ": " + file;
  }

  private void listsTheSame(List<String> line) throws IOException {
    List<String> json = new ArrayList<>(line);
    json.add("--json");
    Result stock = stock(json, repository);
    Result engine = engine(json, repository);
    if (line.contains("latest") && stock.output().strip().matches("null|\\[]")) {
      assertThat(engine.code()).describedAs("%s", line).isEqualTo(1); // a newest one is asked for
      return;
    }
    assertThat(engine.code()).describedAs("%s: %s", line, engine.output()).isEqualTo(stock.code());
    assertThat(listed(engine)).describedAs("%s", line).isEqualTo(listed(stock));
  }

  private void restoresTheSame(List<String> line, Path target) throws IOException {
    Path theirs = target.resolve("stock");
    Path ours = target.resolve("engine");
    Result stock = stock(with(line, "--target", theirs.toString()), repository);
    Result engine = engine(with(line, "--target", ours.toString()), repository);
    List<String> expected = describe(theirs);
    boolean isNothing = stock.code() == 0 && expected.isEmpty();
    assertThat(engine.code())
        .describedAs("%s: %s %s", line, engine.output(), stock.output())
        .isEqualTo(isNothing && line.toString().contains("-i") ? 1 : stock.code());
    assertThat(describe(ours)).describedAs("%s", line).isEqualTo(expected);
  }

  private void forgetsTheSame(List<String> line, Path copies) throws IOException {
    Path theirs = copy(copies.resolve("stock"));
    Path ours = copy(copies.resolve("engine"));
    Result stock = stock(line, theirs);
    Result engine = engine(line, ours);
    List<String> left = ids(theirs);
    boolean isNothing = stock.code() == 0 && left.size() == ids(repository).size();
    assertThat(engine.code())
        .describedAs("%s: %s %s", line, engine.output(), stock.output())
        .isEqualTo(isNothing ? 1 : stock.code());
    assertThat(ids(ours)).describedAs("%s", line).isEqualTo(left);
  }

  private List<String> paths() {
    return List.of(
        source.toString(), source.resolve("one").toString(), source.resolve("two").toString());
  }

  private record Result(int code, String output) {}

  private Result engine(List<String> line, Path repo) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    List<String> words = with(line, "-r", repo.toString());
    int code =
        EngineCommand.run(
            with(words, "--password-file", password.toString()),
            InputStream.nullInputStream(),
            print,
            print);
    return new Result(code, out.toString(StandardCharsets.UTF_8));
  }

  private Result stock(List<String> line, Path repo) throws IOException {
    List<String> command = new ArrayList<>(List.of("restic", "--no-cache", "-r", repo.toString()));
    command.addAll(List.of("-p", password.toString()));
    command.addAll(line);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.onExit().join().exitValue(), output);
  }

  private static List<String> with(List<String> line, String... more) {
    List<String> words = new ArrayList<>(line);
    words.addAll(List.of(more));
    return words;
  }

  private static List<String> listed(Result result) throws IOException {
    List<String> ids = new ArrayList<>();
    for (JsonNode snapshot : JSON.readTree(result.output())) {
      ids.add(snapshot.path("id").asText());
    }
    ids.sort(null);
    return ids;
  }

  private static List<String> ids(Path repo) throws IOException {
    try (Stream<Path> files = Files.list(repo.resolve("snapshots"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Path copy(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(repository)) {
      for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
        Path copy = to.resolve(repository.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return to;
  }

  /** What lies below a folder: kinds, and the content of files and links. */
  private static List<String> describe(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    TreeMap<String, String> found = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.skip(1).toList()) {
        String content =
            Files.isSymbolicLink(path)
                ? "-> " + Files.readSymbolicLink(path)
                : Files.isDirectory(path) ? "folder" : Files.readString(path);
        found.put(root.relativize(path).toString(), content);
      }
    }
    return found.entrySet().stream().map(Object::toString).toList();
  }
}
