package io.kehu.platform.web;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Compresses responses with entity tags, which Tomcat leaves as they are. A compressed
 * response is another representation, so its tag differs (RFC 9110, section 8.8.3.3): it
 * has a suffix, which preconditions for a change ignore.
 */
final class TaggedCompression extends OncePerRequestFilter {

	private static final String SUFFIX = "-gzip\"";

	private static final Pattern ACCEPTED = Pattern.compile("(?i)(^|[,\\s])gzip\\s*($|,|;\\s*q=(1|0\\.0*[1-9]))");

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
		return accepted == null || !ACCEPTED.matcher(accepted).find();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		TaggedResponse tagged = new TaggedResponse(response);
		chain.doFilter(new PlainTags(request), tagged);
		String tag = response.getHeader(HttpHeaders.ETAG);
		if (tagged.finish()) {
			response.setHeader(HttpHeaders.ETAG, suffixed(String.valueOf(tag)));
			tagged.send();
		}
		else if (response.getStatus() == HttpStatus.NOT_MODIFIED.value() && tag != null
				&& known(request).contains(suffixed(tag))) {
			response.setHeader(HttpHeaders.ETAG, suffixed(tag));
		}
	}

	private static String suffixed(String tag) {
		return tag.substring(0, tag.length() - 1) + SUFFIX;
	}

	private static String known(HttpServletRequest request) {
		return String.join(",", Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)));
	}

	/**
	 * Presents the entity tags of compressed responses as those of plain ones.
	 */
	private static final class PlainTags extends HttpServletRequestWrapper {

		PlainTags(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getHeader(String name) {
			String value = super.getHeader(name);
			return (value != null && HttpHeaders.IF_NONE_MATCH.equalsIgnoreCase(name)) ? value.replace(SUFFIX, "\"")
					: value;
		}

		@Override
		public Enumeration<String> getHeaders(String name) {
			if (!HttpHeaders.IF_NONE_MATCH.equalsIgnoreCase(name)) {
				return super.getHeaders(name);
			}
			List<String> values = Collections.list(super.getHeaders(name));
			return Collections.enumeration(values.stream().map((value) -> value.replace(SUFFIX, "\"")).toList());
		}

	}

}
