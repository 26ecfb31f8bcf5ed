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
