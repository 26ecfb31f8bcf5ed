package io.kehu.platform.security;

import io.kehu.platform.path.ExternalIdPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Refuses paths that can be read in several ways, but accepts any encoded character in
 * the external id of a record.
 */
final class PathFirewall implements HttpFirewall {

	private final StrictHttpFirewall strict = new StrictHttpFirewall();

	private final StrictHttpFirewall lenient = new StrictHttpFirewall();

	PathFirewall() {
		this.strict.setAllowedHeaderValues(PathFirewall::isReadable);
		this.lenient.setAllowedHeaderValues(PathFirewall::isReadable);
		this.lenient.setAllowUrlEncodedSlash(true);
		this.lenient.setAllowUrlEncodedDoubleSlash(true);
		this.lenient.setAllowUrlEncodedPercent(true);
		this.lenient.setAllowUrlEncodedPeriod(true);
		this.lenient.setAllowUrlEncodedCarriageReturn(true);
		this.lenient.setAllowUrlEncodedLineFeed(true);
		this.lenient.setAllowUrlEncodedLineSeparator(true);
		this.lenient.setAllowUrlEncodedParagraphSeparator(true);
		this.lenient.setAllowBackSlash(true);
		this.lenient.setAllowSemicolon(true);
	}

	/**
	 * Returns whether a header consists of assigned characters without controls other
	 * than tabs, as the firewall itself does with a slower regular expression.
	 */
	private static boolean isReadable(String value) {
		return value.codePoints()
			.allMatch((c) -> (c >= ' ' && c < 127) || c == '\t'
					|| (Character.isDefined(c) && !Character.isISOControl(c)));
	}

	@Override
	public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
		boolean external = ExternalIdPath.matches(request.getRequestURI());
		return (external ? this.lenient : this.strict).getFirewalledRequest(request);
	}

	@Override
	public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
		return this.strict.getFirewalledResponse(response);
	}

}
