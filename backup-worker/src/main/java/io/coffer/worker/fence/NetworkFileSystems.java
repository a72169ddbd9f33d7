package io.coffer.worker.fence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Places whose locks this machine's kernel does not know alone. */
final class NetworkFileSystems {

  private static final Pattern NETWORK =
      Pattern.compile(
          "nfs.*|cifs|smb.*|9p|virtiofs|ceph|fuse.*|gluster.*|lustre|afs|ocfs2|gfs2?|beegfs");

  private NetworkFileSystems() {}

  /** Whether a file that exists lies in such a place, or in one that cannot be told. */
  static boolean hold(Path file) {
    try {
      return isNetwork(Files.getFileStore(file).type());
    } catch (IOException e) {
      return true;
    }
  }

  static boolean isNetwork(String type) {
    return NETWORK.matcher(type.toLowerCase(Locale.ROOT)).matches();
  }
}
