package io.coffer.engine.tree;

import io.coffer.engine.pack.TemporaryFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The names in a folder, one char per byte, in the order of their bytes. Of a large folder sorted
 * parts lie in a temporary file, and are merged as they are asked for.
 */
public final class FolderNames implements AutoCloseable {
  /** Chars in memory after which they go to the file. */
  private static final int MOST_CHARS = 4 << 20;

  private static final int CHARS_BESIDE = 40;
  private static final int BUFFER = 32 * 1024;

  /** A sorted part, and its first name that was not taken yet. */
  private static final class Part {
    final DataInputStream in;
    int left;
    String name;

    Part(DataInputStream in, int left) {
      this.in = in;
      this.left = left;
    }

    boolean advance() throws IOException {
      if (left == 0) {
        return false;
      }
      left--;
      byte[] bytes = new byte[in.readUnsignedShort()];
      in.readFully(bytes);
      name = new String(bytes, StandardCharsets.ISO_8859_1);
      return true;
    }
  }

  private final List<String> names = new ArrayList<>();
  private Set<String> named = Set.of();
  private final List<Long> begins = new ArrayList<>();
  private final List<Integer> counts = new ArrayList<>();
  private final PriorityQueue<Part> parts =
      new PriorityQueue<>(Comparator.comparing(part -> part.name));
  private TemporaryFile file;
  private long chars;
  private int taken;

  /** Adds names that are in the folder or not. */
  public void add(Set<String> some) {
    named = some;
    some.forEach(this::add);
  }

  /**
   * Adds those of a folder that are not known yet.
   *
   * @throws IOException if the folder cannot be read; what was found before stays known
   */
  public void readFrom(Path folder) throws IOException {
    readFrom(folder, () -> {});
  }

  /**
   * The same.
   *
   * @param each called for each of them, so that one may see that it goes on
   */
  public void readFrom(Path folder, Runnable each) throws IOException {
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path path : stream) {
        each.run();
        String name = RawPath.name(path);
        if (!named.contains(name)) {
          add(name);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private void add(String name) {
    names.add(name);
    chars += name.length() + CHARS_BESIDE;
    if (chars > MOST_CHARS) {
      spill();
    }
  }

  private void spill() {
    try {
      if (file == null) {
        file = new TemporaryFile();
      }
      Collections.sort(names);
      begins.add(file.size());
      counts.add(names.size());
      DataOutputStream out = new DataOutputStream(new BufferedOutputStream(file.out(), BUFFER));
      for (String name : names) {
        out.writeShort(name.length());
        out.writeBytes(name);
      }
      out.flush();
      names.clear();
      chars = 0;
    } catch (IOException e) {
      throw TemporaryFile.failed(e);
    }
  }

  /** To be called once, when all names were added. */
  public void sort() {
    Collections.sort(names);
    if (file == null) {
      return;
    }
    spill();
    try {
      for (int i = 0; i < begins.size(); i++) {
        Part part =
            new Part(
                new DataInputStream(new BufferedInputStream(file.in(begins.get(i)), BUFFER)),
                counts.get(i));
        if (part.advance()) {
          parts.add(part);
        }
      }
    } catch (IOException e) {
      throw TemporaryFile.failed(e);
    }
  }

  /** Whether {@link #next} has more to give. */
  public boolean hasNext() {
    return taken < names.size() || !parts.isEmpty();
  }

  /** At most so many of the names that follow. */
  public List<String> next(int most) {
    if (file == null) {
      int from = taken;
      taken = Math.min(names.size(), from + most);
      return names.subList(from, taken);
    }
    try {
      List<String> some = new ArrayList<>();
      while (some.size() < most && !parts.isEmpty()) {
        Part first = parts.poll();
        some.add(first.name);
        if (first.advance()) {
          parts.add(first);
        }
      }
      return some;
    } catch (EOFException e) {
      throw new IllegalStateException("a temporary file changed", e);
    } catch (IOException e) {
      throw TemporaryFile.failed(e);
    }
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
  }
}
