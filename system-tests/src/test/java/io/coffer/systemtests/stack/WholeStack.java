package io.coffer.systemtests.stack;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one stack of this run, started by the first that asks and ended after the last,
 * with a worker as fast as the class wants it.
 */
public final class WholeStack implements BeforeAllCallback, ParameterResolver {

  @Override
  public void beforeAll(ExtensionContext context) {
    Class<?> tests = context.getRequiredTestClass();
    if (!tests.isAnnotationPresent(AnyWorker.class)) {
      boolean slow = tests.isAnnotationPresent(SlowWorker.class);
      stack(context).workerAt(slow ? SlowWorker.MEGABYTES_PER_SECOND : 0);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningStack.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return stack(context);
  }

  private static RunningStack stack(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .getOrComputeIfAbsent(RunningStack.class, key -> RunningStack.start(), RunningStack.class);
  }
}
