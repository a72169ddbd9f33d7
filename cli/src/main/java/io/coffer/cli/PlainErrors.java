package io.coffer.cli;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in a sentence; the stack trace only where COFFER_TRACE asks for it. */
final class PlainErrors implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
    if (System.getenv("COFFER_TRACE") != null) {
      failure.printStackTrace();
    } else {
      System.err.println("coffer: " + sentence(failure));
      for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
        System.err.println("  because: " + sentence(cause));
      }
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static String sentence(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }
}
