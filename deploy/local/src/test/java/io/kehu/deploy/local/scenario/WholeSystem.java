package io.kehu.deploy.local.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides tests with a {@link RunningKehu}, which is started once for all classes and
 * completed before each test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WholeSystem.Starter.class)
@interface WholeSystem {

	/**
	 * Starts the system when the first test needs it.
	 */
	final class Starter implements ParameterResolver {

		private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(WholeSystem.class);

		@Override
		public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
			return parameter.getParameter().getType() == RunningKehu.class;
		}

		@Override
		public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
			RunningKehu kehu = context.getRoot()
				.getStore(HERE)
				.computeIfAbsent(RunningKehu.class, (type) -> new RunningKehu(), RunningKehu.class);
			kehu.makeWhole();
			return kehu;
		}

	}

}
