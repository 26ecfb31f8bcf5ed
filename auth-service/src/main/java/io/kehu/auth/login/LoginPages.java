package io.kehu.auth.login;

import java.time.Duration;
import java.util.Arrays;

import io.kehu.auth.consent.ScopeMeanings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages for login, logout and consent.
 */
@Controller
class LoginPages {

	static final String ROOT = "/";

	static final String LOGIN = "/login";

	static final String LOGOUT = "/logout";

	static final String CONTINUE = "/login/continue";

	static final String CONSENT = "/login/consent";

	private final RequestCache interrupted = new HttpSessionRequestCache();

	private final RegisteredClientRepository clients;

	private final ScopeMeanings meanings;

	LoginPages(RegisteredClientRepository clients, ScopeMeanings meanings) {
		this.clients = clients;
		this.meanings = meanings;
	}

	/** Redirects visitors without a target to their account. */
	@GetMapping(ROOT)
	String root() {
		return "redirect:/account/sessions";
	}

	@GetMapping(LOGIN)
	String login(Model model, HttpServletRequest request, HttpServletResponse response,
			@RequestParam(required = false) @Nullable String error, @RequestParam(required = false) @Nullable Long wait,
			@RequestParam(required = false) @Nullable String passkey,
			@RequestParam(required = false) @Nullable String logout,
			@RequestParam(required = false) @Nullable String changed,
			@RequestParam(required = false) @Nullable String confirm) {
		model.addAttribute("hint", hint(request, response));
		if (error != null) {
			model.addAttribute("error", "The user name or password is incorrect.");
			model.addAttribute("field", "username");
		}
		else if (wait != null) {
			model.addAttribute("error", "Too many attempts. Please try again in %s.".formatted(words(wait)));
		}
		else if (passkey != null) {
			model.addAttribute("error", "The passkey wasn't accepted. Try again, or log in with your password.");
		}
		else if (changed != null) {
			model.addAttribute("notice", "Your password has been changed. Log in with the new one.");
		}
		else if (confirm != null) {
			model.addAttribute("notice", "Please log in again to confirm it's you.");
		}
		else if (logout != null) {
			model.addAttribute("notice", "You've been logged out.");
		}
		return "login";
	}

	/** Returns the user name that the waiting application expects, or null. */
	private @Nullable String hint(HttpServletRequest request, HttpServletResponse response) {
		SavedRequest saved = (request.getSession(false) != null) ? this.interrupted.getRequest(request, response)
				: null;
		String[] hints = (saved != null) ? saved.getParameterValues("login_hint") : null;
		return (hints != null && hints.length == 1) ? hints[0] : null;
	}

	@GetMapping(LOGOUT)
	String logout() {
		return "logout";
	}

	/** Continues with the request that the login interrupted. */
	@GetMapping(CONTINUE)
	void goOn(HttpServletRequest request, HttpServletResponse response) {
		SavedRequest saved = this.interrupted.getRequest(request, response);
		ReturnToRequest.redirect(request, response, (saved != null) ? saved.getRedirectUrl() : ROOT);
	}

	@GetMapping(CONSENT)
	String consent(Model model, @RequestParam("client_id") String clientId, @RequestParam String scope,
			@RequestParam String state) {
		RegisteredClient client = this.clients.findByClientId(clientId);
		model.addAttribute("client", (client != null) ? client.getClientName() : clientId);
		model.addAttribute("clientId", clientId);
		model.addAttribute("state", state);
		model.addAttribute("scopes", this.meanings.of(Arrays.asList(scope.split(" "))));
		return "consent";
	}

	/** Formats a duration for users; the value comes from the request. */
	private static String words(long seconds) {
		Duration wait = Duration.ofSeconds(Math.max(1, Math.min(seconds, Duration.ofHours(1).toSeconds())));
		if (wait.toSeconds() < 90) {
			return (wait.toSeconds() == 1) ? "a second" : wait.toSeconds() + " seconds";
		}
		return (wait.toSeconds() + 59) / 60 + " minutes";
	}

}
