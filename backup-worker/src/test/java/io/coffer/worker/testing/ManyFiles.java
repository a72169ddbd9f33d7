package io.coffer.worker.testing;

import io.coffer.engine.tree.ExtendedAttributes;
import io.coffer.engine.tree.Metadata.ExtendedAttribute;
import io.coffer.engine.tree.NodeType;
import io.coffer.engine.tree.RawPath;
import io.coffer.engine.tree.SpecialFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Trees with inodes of every kind, and what makes two of them equal. */
public final class ManyFiles {

  private static final String COMPARED = "unix:mode,nlink,uid,gid,rdev,lastModifiedTime,size";
  private static final int IN_A_FOLDER = 200;
  private static final boolean ROOT = System.getProperty("user.name").equals("root");

  private ManyFiles() {}

  /** Fills a folder with so many entries, and a few of each kind. */
  public static void fill(Path root, int entries, long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < entries; ) {
      Path folder = Files.createDirectories(root.resolve("f" + i / 4000).resolve("g" + i));
      Path last = null;
      for (int j = 0; j < IN_A_FOLDER && i < entries; j++, i++) {
        last = entry(folder, i, last, random);
      }
      Files.setLastModifiedTime(folder, FileTime.fromMillis(random.nextInt()));
    }
    odd(root);
  }

  private static Path entry(Path folder, int number, Path last, Random random) throws IOException {
    Path path = folder.resolve("e" + number);
    switch (number % 20) {
      case 1 -> Files.createSymbolicLink(path, Path.of("../target " + number));
      case 2 -> Files.createLink(path, last);
      case 3 -> Files.createDirectory(path);
      default -> {
        byte[] content = new byte[random.nextInt(300)];
        random.nextBytes(content);
        Files.write(path, content);
        Files.setAttribute(path, "unix:mode", number % 4 == 0 ? 0640 : 0755);
        Files.setLastModifiedTime(path, FileTime.fromMillis(random.nextLong() >>> 23));
        return path;
      }
    }
    return last;
  }

  private static void odd(Path root) throws IOException {
    Path odd = Files.createDirectories(root.resolve("odd"));
    SpecialFiles.create(odd.resolve("pipe"), NodeType.FIFO, 0, 0620);
    if (Runtime.version().feature() >= 22) {
      SpecialFiles.create(odd.resolve("socket"), NodeType.SOCKET, 0, 0600);
    }
    Files.writeString(RawPath.of(RawPath.raw(odd) + "/bad\u00ff\u00fe\n"), "bytes");
    Files.createFile(odd.resolve("empty"));
    Path setuid = Files.writeString(odd.resolve("setuid"), "s");
    Files.setAttribute(setuid, "unix:mode", 04755);
    Files.setAttribute(Files.createDirectory(odd.resolve("sticky")), "unix:mode", 01777);
    try (RandomAccessFile sparse = new RandomAccessFile(odd.resolve("sparse").toFile(), "rw")) {
      sparse.setLength(30_000_000);
      sparse.seek(20_000_000);
      sparse.write(1);
    }
    if (ROOT) {
      SpecialFiles.create(odd.resolve("device"), NodeType.CHARDEV, 0x12345, 0600);
      SpecialFiles.create(odd.resolve("block"), NodeType.DEV, 0x701, 0600);
      Files.setAttribute(odd.resolve("empty"), "unix:uid", 1234);
    }
    Path noted = Files.writeString(odd.resolve("noted"), "n");
    try {
      ExtendedAttributes.write(
          noted, List.of(new ExtendedAttribute("user.note", new byte[] {1, 0, 2})));
    } catch (IOException e) {
      Files.delete(noted); // this file system keeps no attributes
    }
  }

  /** Everything about everything below a folder and itself, by path. */
  public static Map<String, String> describe(Path root) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        all.put(RawPath.raw(path).substring(RawPath.raw(root).length()), line(path));
      }
    }
    return all;
  }

  private static String line(Path path) throws IOException {
    Map<String, Object> found =
        new TreeMap<>(Files.readAttributes(path, COMPARED, LinkOption.NOFOLLOW_LINKS));
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      found.remove("size");
      found.remove("nlink");
    } else if (Files.isSymbolicLink(path)) {
      found.put("target", Files.readSymbolicLink(path));
      if (Runtime.version().feature() < 22) {
        found.remove("lastModifiedTime"); // known to the microsecond
      }
    } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      found.put("content", Arrays.hashCode(Files.readAllBytes(path)));
      ExtendedAttributes.read(path, NodeType.FILE)
          .forEach(each -> found.put(each.name(), Arrays.toString(each.value())));
    }
    return found.toString();
  }
}
