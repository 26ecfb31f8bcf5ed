package io.kehu.auth.consent;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page on which users review and withdraw their consents.
 */
@Controller
class ConsentPages {

	private static final String PATH = "/account/clients";

	private final Consents consents;

	private final ScopeMeanings meanings;

	ConsentPages(Consents consents, ScopeMeanings meanings) {
		this.consents = consents;
		this.meanings = meanings;
	}

	@GetMapping(PATH)
	String list(Model model, Principal person, @RequestParam(required = false) @Nullable String withdrawn) {
		Map<Consent, List<AskedScope>> clients = new LinkedHashMap<>();
		this.consents.of(UUID.fromString(person.getName()))
			.forEach((consent) -> clients.put(consent, this.meanings.of(consent.scopes())));
		model.addAttribute("clients", clients);
		if (withdrawn != null) {
			model.addAttribute("notice", "The application can no longer act for you.");
		}
		return "clients";
	}

	@PostMapping(PATH)
	String withdraw(Principal person, @RequestParam String client) {
		this.consents.withdraw(UUID.fromString(person.getName()), client);
		return "redirect:" + PATH + "?withdrawn";
	}

}
