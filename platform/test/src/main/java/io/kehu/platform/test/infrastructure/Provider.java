package io.kehu.platform.test.infrastructure;

import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Where test servers run.
 */
enum Provider {

	/** In containers. */
	DOCKER,

	/** In child processes. */
	EMBEDDED;

	/** The environment variable that forces one. */
	static final String VARIABLE = "KEHU_TEST_INFRA";

	/**
	 * Chooses what was asked for, else containers where they can be run.
	 * @param environment the environment variables
	 * @param dockerAnswers asks the daemon
	 * @return the choice, never null
	 */
	static Provider choose(Map<String, String> environment, BooleanSupplier dockerAnswers) {
		String forced = environment.getOrDefault(VARIABLE, "").toLowerCase(Locale.ROOT);
		return switch (forced) {
			case "docker" -> DOCKER;
			case "embedded" -> EMBEDDED;
			case "" -> dockerAnswers.getAsBoolean() ? DOCKER : EMBEDDED;
			default -> throw new IllegalArgumentException(
					VARIABLE + " is \"" + forced + "\": say docker, embedded or nothing.");
		};
	}

	RunningServers.Started start(Server server) {
		return switch (this) {
			case DOCKER -> ContainerTestServer.start(server);
			case EMBEDDED -> EmbeddedTestServer.start(server);
		};
	}

}
