package io.kehu.auth.reset;

import java.util.Optional;

import io.kehu.auth.user.Account;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The pages for forgotten passwords.
 */
@Controller
class ResetPages {

	static final String FORGOTTEN = "/login/forgotten";

	static final String RESET = "/login/reset";

	private final PasswordReset reset;

	private final Passwords passwords;

	ResetPages(PasswordReset reset, Passwords passwords) {
		this.reset = reset;
		this.passwords = passwords;
	}

	@GetMapping(FORGOTTEN)
	String forgotten(Model model, @RequestParam(required = false) @Nullable String sent) {
		if (sent != null) {
			model.addAttribute("notice", "If this account exists, we've sent an e-mail with a link to its address.");
		}
		return "forgotten";
	}

	@PostMapping(FORGOTTEN)
	String ask(HttpServletRequest request, @RequestParam String name) {
		this.reset.ask(name, request.getRemoteAddr());
		return "redirect:" + FORGOTTEN + "?sent";
	}

	/**
	 * Shows the form without consuming the link, because mail clients open links as well.
	 */
	@GetMapping(RESET)
	String choose(Model model, @RequestParam(defaultValue = "") String token) {
		return page(model, new ResetToken(token), null);
	}

	@PostMapping(RESET)
	String store(Model model, @RequestParam String token, @RequestParam String password,
			@RequestParam String repeated) {
		ResetToken presented = new ResetToken(token);
		Optional<Account> account = this.reset.find(presented);
		if (account.isEmpty()) {
			return page(model, presented, null);
		}
		Optional<String> objection = this.passwords.objection(account.get(), password, repeated);
		if (objection.isPresent()) {
			return page(model, presented, objection.get());
		}
		return this.reset.redeem(presented, account.get(), password) ? "redirect:/login?changed"
				: page(model, presented, null);
	}

	private String page(Model model, ResetToken token, @Nullable String error) {
		Optional<Account> account = this.reset.find(token);
		model.addAttribute("works", account.isPresent());
		model.addAttribute("token", token.value());
		account.ifPresent((found) -> model.addAttribute("username", found.username()));
		if (error != null) {
			model.addAttribute("error", error);
			model.addAttribute("field", "password");
		}
		return "reset";
	}

}
