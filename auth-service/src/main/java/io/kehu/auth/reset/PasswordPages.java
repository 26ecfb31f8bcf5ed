package io.kehu.auth.reset;

import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import io.kehu.auth.session.CurrentLogin;
import io.kehu.auth.throttle.Guess;
import io.kehu.auth.throttle.Throttle;
import io.kehu.auth.user.Account;
import io.kehu.auth.user.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page on which users change their password.
 */
@Controller
class PasswordPages {

	private static final String PATH = "/account/password";

	private final Accounts accounts;

	private final Passwords passwords;

	private final ResetEmails emails;

	private final Throttle throttle;

	PasswordPages(Accounts accounts, Passwords passwords, ResetEmails emails, Throttle throttle) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.emails = emails;
		this.throttle = throttle;
	}

	@GetMapping(PATH)
	String show(Model model, Principal person, @RequestParam(required = false) @Nullable String changed) {
		if (changed != null) {
			model.addAttribute("notice", "Your password has been changed, and you've been logged out everywhere else.");
		}
		return page(model, account(person));
	}

	@PostMapping(PATH)
	String change(Model model, Principal person, HttpServletRequest request, @RequestParam String current,
			@RequestParam String password, @RequestParam String repeated) {
		Account account = account(person);
		Duration wait = this.throttle.attempt(Guess.ACCOUNT, account.username());
		if (!wait.isZero()) {
			return refused(model, account, "current", "Too many attempts. Please try again later.");
		}
		if (!this.passwords.matches(account, current)) {
			return refused(model, account, "current", "The current password is incorrect.");
		}
		this.throttle.succeeded(Guess.ACCOUNT, account.username());
		if (password.equals(current)) {
			return refused(model, account, "password",
					"The new password is the same as the old one. Choose a different one.");
		}
		Optional<String> objection = this.passwords.objection(account, password, repeated);
		if (objection.isPresent()) {
			return refused(model, account, "password", objection.get());
		}
		UUID login = CurrentLogin.of(request).map(CurrentLogin::id).orElse(null);
		this.passwords.change(account, password, "user.password-changed", login);
		this.emails.sendNotice(account);
		return account.passwordResetRequired() ? "redirect:/login/continue" : "redirect:" + PATH + "?changed";
	}

	private static String refused(Model model, Account account, String field, String error) {
		model.addAttribute("field", field);
		model.addAttribute("error", error);
		return page(model, account);
	}

	private static String page(Model model, Account account) {
		model.addAttribute("required", account.passwordResetRequired());
		model.addAttribute("username", account.username());
		return "password";
	}

	private Account account(Principal person) {
		return this.accounts.find(UUID.fromString(person.getName())).orElseThrow();
	}

}
