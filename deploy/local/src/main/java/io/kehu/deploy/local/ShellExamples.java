package io.kehu.deploy.local;

import java.nio.file.Path;
import java.util.List;

import io.kehu.deploy.local.system.ApplicationInstance;
import io.kehu.deploy.local.system.Secrets;
import io.kehu.deploy.local.system.Settings;

/**
 * Shell commands that work when pasted one after another; they only refer to services
 * that run here.
 *
 * @param title what the commands do
 * @param lines the commands, empty if none is possible
 */
record ShellExamples(String title, List<String> lines) {

	/**
	 * Returns the commands for a system.
	 * @param gateway the gateway's address
	 * @param secret the file with the secret of the client {@link Secrets#CLIENT}
	 */
	static ShellExamples of(Settings settings, String gateway, Path secret) {
		List<String> running = settings.instances()
			.stream()
			.map(ApplicationInstance::application)
			.map((one) -> one.name())
			.toList();
		if (!running.contains("gateway") || !running.contains("auth-service")) {
			return new ShellExamples(
					"No token can be obtained without gateway and auth-service: start them, then run ./kehu up again.",
					List.of());
		}
		String token = """
				TOKEN=$(curl -s -u %s:$(cat %s) -d grant_type=client_credentials %s/oauth2/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')"""
			.formatted(Secrets.CLIENT, quoted(secret.toString()), gateway);
		if (running.contains("customer-service")) {
			String customers = gateway + "/api/v1/customers";
			return examples("create a customer, list customers", token,
					"-H 'Content-Type: application/json' -d '{\"kind\": \"company\", \"name\": \"Morgenrot Velo GmbH\"}' "
							+ customers,
					"'" + customers + "?limit=5'");
		}
		if (running.contains("order-service")) {
			return examples("list products, list orders", token, "'" + gateway + "/api/v1/products?limit=5'",
					"'" + gateway + "/api/v1/orders?limit=5'");
		}
		return examples("list users, list roles", token, "'" + gateway + "/api/v1/users?limit=5'",
				"'" + gateway + "/api/v1/roles?limit=5'");
	}

	private static ShellExamples examples(String actions, String token, String first, String second) {
		String authorized = "curl -s -H \"Authorization: Bearer $TOKEN\" ";
		return new ShellExamples("Get a token, " + actions + ":",
				List.of(token, authorized + first, authorized + second));
	}

	private static String quoted(String path) {
		return path.matches("[A-Za-z0-9/._+-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
	}

}
