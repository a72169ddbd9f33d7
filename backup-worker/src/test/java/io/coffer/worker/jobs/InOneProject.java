package io.coffer.worker.jobs;

import io.coffer.worker.testing.Cloud;
import io.coffer.worker.testing.Tenant;
import io.coffer.worker.testing.WorkerStack;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * Each test in a project of its own, whose cloud has one server. What workers there are in a class
 * it starts itself; they end with it.
 */
abstract class InOneProject {

  static final int MIB = 1 << 20;

  static WorkerStack stack;

  final UUID vault = UUID.randomUUID();
  Tenant tenant;

  /** Without volumes, as long as a test gives it none. */
  Cloud server;

  @BeforeAll
  static void open() throws Exception {
    stack = new WorkerStack();
  }

  @AfterAll
  static void close() {
    stack.close();
  }

  @BeforeEach
  void enter() throws Exception {
    tenant = new Tenant(stack.bootstrap());
    server = new Cloud(stack.home(), tenant.project());
  }

  @AfterEach
  void leave() {
    tenant.close();
  }
}
