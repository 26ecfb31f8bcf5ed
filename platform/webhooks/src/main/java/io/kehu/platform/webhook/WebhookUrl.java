package io.kehu.platform.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;

import io.kehu.platform.problem.ProblemException;

/**
 * Checks the addresses of webhooks when they are declared.
 */
final class WebhookUrl {

	private WebhookUrl() {
	}

	/**
	 * Returns the address.
	 * @throws ProblemException 400 if nothing can be sent there
	 */
	static URI checked(String url, AddressRules rules) {
		URI uri = parsed(url);
		String host = uri.getHost();
		boolean plain = "http".equalsIgnoreCase(uri.getScheme());
		if (host == null || !(plain || "https".equalsIgnoreCase(uri.getScheme())) || uri.getRawUserInfo() != null
				|| uri.getRawFragment() != null || uri.getPort() > 65_535) {
			throw refused("invalid_url", "must be an https URL without a user and a fragment");
		}
		try {
			InetAddress[] addresses = rules.resolve(unbracketed(host));
			if (plain && !Arrays.stream(addresses).allMatch(rules::allowsExplicitly)) {
				throw refused("invalid_url", "must be an https URL");
			}
		}
		catch (RefusedAddressException ex) {
			throw refused("private_address", "must be on the public internet, unless the operator allows its address");
		}
		catch (UnknownHostException ex) {
			throw refused("unknown_host", "has a host whose name cannot be resolved");
		}
		return uri;
	}

	static String unbracketed(String host) {
		return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
	}

	private static URI parsed(String url) {
		try {
			return new URI(url);
		}
		catch (URISyntaxException ex) {
			throw refused("invalid_url", "is not a URL");
		}
	}

	private static ProblemException refused(String code, String message) {
		return ProblemException.invalid("/url", code, message);
	}

}
