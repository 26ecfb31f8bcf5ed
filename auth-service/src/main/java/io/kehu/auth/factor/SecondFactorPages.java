package io.kehu.auth.factor;

import java.security.Principal;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page that asks for a second factor.
 */
@Controller
class SecondFactorPages {

	private final SecondFactors factors;

	private final Passkeys passkeys;

	SecondFactorPages(SecondFactors factors, Passkeys passkeys) {
		this.factors = factors;
		this.passkeys = passkeys;
	}

	@GetMapping(SecondFactorFilter.PATH)
	String ask(Model model, Principal person, @RequestParam(required = false) @Nullable String error,
			@RequestParam(required = false) @Nullable Long wait,
			@RequestParam(required = false) @Nullable String passkey) {
		UUID userId = UUID.fromString(person.getName());
		model.addAttribute("app", this.factors.hasApp(userId));
		model.addAttribute("codes", this.factors.recoveryCodesLeft(userId) > 0);
		model.addAttribute("passkeys", !this.passkeys.of(userId).isEmpty());
		if (error != null) {
			model.addAttribute("error",
					"The code is incorrect or was already used. Wait for your app to show the next one.");
			model.addAttribute("field", "code");
		}
		else if (passkey != null) {
			model.addAttribute("error", "The passkey wasn't accepted. Please try again.");
		}
		else if (wait != null) {
			model.addAttribute("error",
					"Too many attempts. Please try again in %d seconds.".formatted(Math.max(1, wait)));
		}
		return "second-factor";
	}

}
