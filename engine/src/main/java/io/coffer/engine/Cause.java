package io.coffer.engine;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;

/** Why a file could not be used, in words and without its path, which the reader has already. */
public final class Cause {
  private static final List<String> NO_ROOM =
      List.of("No space left on device", "Disk quota exceeded", "File too large");

  private Cause() {}

  public static String of(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "it is not there";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NotDirectoryException) {
      return "it is not a folder";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "something of that name is there";
    }
    if (failure instanceof DirectoryNotEmptyException) {
      return "the folder is not empty";
    }
    if (failure instanceof FileSystemLoopException) {
      return "its links lead in a circle";
    }
    if (failure instanceof FileSystemException system && system.getReason() != null) {
      return inWords(system.getReason());
    }
    String message = failure.getMessage();
    return message == null || message.isBlank() ? "the system does not say why" : inWords(message);
  }

  /** Whether there was no room left, or no more of it for this user or process. */
  public static boolean isNoRoom(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    return NO_ROOM.stream().anyMatch(message::contains);
  }

  /** As the system says it, but in the middle of a sentence. */
  private static String inWords(String reason) {
    return Character.toLowerCase(reason.charAt(0)) + reason.substring(1);
  }
}
