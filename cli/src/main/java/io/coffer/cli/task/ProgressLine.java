package io.coffer.cli.task;

import io.coffer.cli.output.Bytes;
import java.io.PrintStream;
import java.util.Locale;

/** Shows how far a task is: one line redrawn on a terminal, a new line a second elsewhere. */
final class ProgressLine {

  private static final int WIDTH = 30;
  private static final long STEP_NANOS = 1_000_000_000L;

  private final PrintStream out;
  private final boolean terminal;
  private long movingSince;
  private long movedBefore;
  private long lastShown;
  private String lastText = "";

  ProgressLine(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Shows one state; not more often than useful. */
  void show(TaskState task) {
    long now = System.nanoTime();
    if (movingSince == 0 && task.totalBytes() > 0) {
      movingSince = now;
      movedBefore = task.processedBytes();
    }
    String text = (terminal ? bar(task) : plain(task)).stripTrailing();
    boolean changed = !text.equals(lastText);
    if (terminal && changed) {
      out.print("\r\033[K" + text);
      out.flush();
    } else if (!terminal && changed && (task.isOver() || now - lastShown >= STEP_NANOS)) {
      out.println(text);
      lastShown = now;
    } else {
      return;
    }
    lastText = text;
  }

  /** Ends the line. */
  void close() {
    if (terminal && !lastText.isEmpty()) {
      out.println();
    }
  }

  private String bar(TaskState task) {
    int filled = task.progress() * WIDTH / 100;
    return String.format(
        Locale.ROOT,
        "%-8s [%s%s] %3d %%  %s",
        task.operation(),
        "#".repeat(filled),
        " ".repeat(WIDTH - filled),
        task.progress(),
        numbers(task));
  }

  private String plain(TaskState task) {
    return String.format(
        Locale.ROOT,
        "%s %s %d %% %s",
        task.operation(),
        task.status(),
        task.progress(),
        numbers(task));
  }

  private String numbers(TaskState task) {
    if (task.totalBytes() <= 0) {
      return "";
    }
    double seconds = (System.nanoTime() - movingSince) / 1e9;
    double speed = seconds >= 1 ? (task.processedBytes() - movedBefore) / seconds : 0;
    String left =
        speed > 0 && !task.isOver()
            ? String.format(
                Locale.ROOT, ", %.0f s left", (task.totalBytes() - task.processedBytes()) / speed)
            : "";
    String amount = Bytes.text(task.processedBytes()) + " of " + Bytes.text(task.totalBytes());
    return speed > 0 ? amount + ", " + Bytes.text((long) speed) + "/s" + left : amount;
  }
}
