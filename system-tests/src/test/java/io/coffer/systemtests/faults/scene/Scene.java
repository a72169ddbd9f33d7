package io.coffer.systemtests.faults.scene;

import io.coffer.systemtests.api.LocalServer;
import java.util.List;

/** Something that clients do, in a vault of its own, while a fault strikes. */
public interface Scene {

  /** Sends the requests that the fault strikes; returns when all are answered for good. */
  void play() throws Exception;

  /** The vault in which it plays; empty when there is none. */
  String vault();

  /** What must be true of this scene alone, once its tasks have ended. */
  void ended() throws Exception;

  /** The backups that must be there in the end. */
  List<Kept> kept();

  /** A backup of a server, and what the server's disks held at that time. */
  record Kept(String backup, LocalServer server, List<byte[]> contents) {}
}
