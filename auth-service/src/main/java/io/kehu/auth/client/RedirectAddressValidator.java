package io.kehu.auth.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a text is a {@link RedirectAddress}.
 */
class RedirectAddressValidator implements ConstraintValidator<RedirectAddress, String> {

	private static final Set<String> OWN_MACHINE = Set.of("127.0.0.1", "[::1]");

	private static final int LONGEST = 500;

	@Override
	public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
		return text == null || (text.length() <= LONGEST && isRedirect(text));
	}

	private static boolean isRedirect(String text) {
		try {
			URI uri = new URI(text);
			String host = uri.getHost();
			return host != null && !host.isEmpty() && uri.getRawUserInfo() == null && uri.getRawFragment() == null
					&& uri.normalize().equals(uri) && text.indexOf('*') < 0 && ("https".equals(uri.getScheme())
							|| ("http".equals(uri.getScheme()) && OWN_MACHINE.contains(host)));
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
