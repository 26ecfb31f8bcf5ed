package io.kehu.auth.session;

import java.security.Principal;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page on which users see and end their logins.
 */
@Controller
class SessionPages {

	private static final String PATH = "/account/sessions";

	private final Logins logins;

	SessionPages(Logins logins) {
		this.logins = logins;
	}

	@GetMapping(PATH)
	String list(Model model, Principal person, HttpServletRequest request,
			@RequestParam(required = false) @Nullable String ended) {
		model.addAttribute("logins", this.logins.of(UUID.fromString(person.getName()), null, own(request)));
		if (ended != null) {
			model.addAttribute("notice", "The device has been logged out.");
		}
		return "sessions";
	}

	@PostMapping(path = PATH, params = "id")
	String end(Principal person, @RequestParam UUID id) {
		UUID userId = UUID.fromString(person.getName());
		if (this.logins.end(userId, id)) {
			this.logins.note("user.login-ended", userId, Map.of("login", id));
		}
		return "redirect:" + PATH + "?ended";
	}

	@PostMapping(path = PATH, params = "others")
	String endOthers(Principal person, HttpServletRequest request) {
		UUID userId = UUID.fromString(person.getName());
		this.logins.endAll(userId, own(request));
		this.logins.note("user.logins-ended", userId, Map.of());
		return "redirect:" + PATH + "?ended";
	}

	private static @Nullable UUID own(HttpServletRequest request) {
		return CurrentLogin.of(request).map(CurrentLogin::id).orElse(null);
	}

}
