package io.coffer.engine.pack;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.util.Native;
import io.coffer.engine.EngineException;
import java.io.File;
import java.util.List;

/**
 * The library that compresses. It comes in a jar and is unpacked into the folder for temporary
 * files; a disk without room for it must not keep anybody from making room, so others are tried.
 */
final class ZstdLibrary {
  private static final List<String> OTHER_FOLDERS = List.of("/dev/shm", "/var/tmp", "/run");

  private ZstdLibrary() {}

  static ZstdCompressCtx compressor() {
    load();
    return new ZstdCompressCtx();
  }

  static ZstdDecompressCtx decompressor() {
    load();
    return new ZstdDecompressCtx();
  }

  private static synchronized void load() {
    try {
      Native.load();
    } catch (LinkageError e) {
      if (OTHER_FOLDERS.stream().noneMatch(ZstdLibrary::isLoadedFrom)) {
        throw new EngineException(
            "the library for compression finds no folder that it can be unpacked into and run from,"
                + " neither %s nor %s: %s"
                    .formatted(
                        System.getProperty("java.io.tmpdir"),
                        String.join(", ", OTHER_FOLDERS),
                        e.getMessage()),
            e);
      }
    }
  }

  private static boolean isLoadedFrom(String folder) {
    try {
      Native.load(new File(folder));
      return true;
    } catch (LinkageError e) {
      return false;
    }
  }
}
