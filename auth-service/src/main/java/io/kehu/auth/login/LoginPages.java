package io.kehu.auth.login;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.HtmlUtils;

/**
 * The pages for logging in and out: plain HTML, one style sheet inside, no script.
 */
@Controller
class LoginPages {

	static final String LOGIN = "/login";

	static final String LOGOUT = "/logout";

	private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";

	private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

	private final String frame = read("pages/frame.html");

	private final String login = page("Log in", "login");

	private final String logout = page("Log out", "logout");

	private final String unavailable = page("Not available", "unavailable");

	/**
	 * Returns the policy under which a browser takes from the pages what they hold, and
	 * nothing else. It leaves out {@code form-action}, which browsers apply to the whole
	 * chain of redirects after a login, up to the client's callback.
	 */
	String contentSecurityPolicy() {
		return "default-src 'none'; style-src '%s'; base-uri 'none'; frame-ancestors 'none'"
			.formatted(styleHash(this.frame));
	}

	@GetMapping(path = LOGIN, produces = HTML)
	@ResponseBody
	String login(CsrfToken csrf, @RequestParam(required = false) @Nullable String error,
			@RequestParam(required = false) @Nullable String logout) {
		String notice = "";
		if (error != null) {
			notice = "<p role=\"alert\">The user name or the password is not right.</p>";
		}
		else if (logout != null) {
			notice = "<p role=\"status\">You have logged out.</p>";
		}
		return fill(this.login, csrf).replace("{{notice}}", notice);
	}

	@GetMapping(path = LOGOUT, produces = HTML)
	@ResponseBody
	String logout(CsrfToken csrf) {
		return fill(this.logout, csrf);
	}

	/**
	 * Tells a person that it is not their fault.
	 */
	void unavailable(HttpServletResponse response, Duration retryAfter) throws IOException {
		response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader("Content-Security-Policy", contentSecurityPolicy());
		response.setContentType(HTML);
		response.getWriter().write(this.unavailable);
	}

	private String page(String title, String content) {
		return this.frame.replace("{{title}}", title).replace("{{content}}", read("pages/" + content + ".html"));
	}

	private static String fill(String page, CsrfToken csrf) {
		return page.replace("{{csrf.name}}", HtmlUtils.htmlEscape(csrf.getParameterName()))
			.replace("{{csrf.token}}", HtmlUtils.htmlEscape(csrf.getToken()));
	}

	private static String styleHash(String page) {
		Matcher style = STYLE.matcher(page);
		if (!style.find()) {
			throw new IllegalStateException("A page without its style");
		}
		try {
			byte[] content = style.group(1).getBytes(StandardCharsets.UTF_8);
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
			return "sha256-" + Base64.getEncoder().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String read(String page) {
		try {
			return new ClassPathResource(page).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
