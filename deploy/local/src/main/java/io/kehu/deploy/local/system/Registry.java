package io.kehu.deploy.local.system;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The registry of the running system, on behalf of its services.
 */
final class Registry {

	private static final int MOST = 1_000_000;

	private final Http http = new Http();

	private final String address;

	private final LinkKeyFiles keys;

	Registry(String address, LinkKeyFiles keys) {
		this.address = address;
		this.keys = keys;
	}

	/**
	 * Changes the weight of an instance.
	 * @throws LaunchFailure if it is not registered or the weight is invalid
	 */
	void weigh(ApplicationInstance instance, int weight) {
		if (weight < 0 || weight > MOST) {
			throw new LaunchFailure("The weight " + weight + " is outside 0 to " + MOST + ".");
		}
		String name = instance.application().name();
		String authorization = this.keys.authorization(name, "discovery");
		String entries = this.http.text("GET", this.address + "/eureka/apps/" + name, authorization)
			.orElseThrow(() -> new LaunchFailure("The registry lists no instance of " + name + "."));
		Matcher entry = Pattern
			.compile(
					"<instanceId>([^<]+)</instanceId>(?:(?!<instanceId>).)*?<port [^>]*>" + instance.port() + "</port>",
					Pattern.DOTALL)
			.matcher(entries);
		if (!entry.find()) {
			throw new LaunchFailure(instance.name() + " is not registered; see ./kehu status.");
		}
		String url = this.address + "/eureka/apps/" + name + "/" + entry.group(1) + "/metadata?weight=" + weight;
		if (this.http.text("PUT", url, authorization).isEmpty()) {
			throw new LaunchFailure("The registry refuses the weight of " + instance.name() + ".");
		}
	}

}
