package io.coffer.systemtests.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.systemtests.stack.RunningStack;
import io.coffer.systemtests.stack.WholeStack;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test the vendor's client, and fails it where an answer was not as documented. */
final class SdkTests implements BeforeAllCallback, ParameterResolver, AfterEachCallback {

  private static final Namespace HERE = Namespace.create(SdkTests.class);

  private final WholeStack stacks = new WholeStack();

  @Override
  public void beforeAll(ExtensionContext context) {
    stacks.beforeAll(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Sdk.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    RunningStack stack = (RunningStack) stacks.resolveParameter(parameter, context);
    return context.getStore(HERE).getOrComputeIfAbsent(Sdk.class, key -> Sdk.on(stack), Sdk.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Sdk sdk = context.getStore(HERE).get(Sdk.class, Sdk.class);
    if (sdk != null) {
      assertThat(sdk.faults()).as("answers that are not as documented").isEmpty();
    }
  }
}
