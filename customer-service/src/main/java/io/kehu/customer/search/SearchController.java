package io.kehu.customer.search;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.kehu.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the search.
 */
@RestController
@RequestMapping("/api/v1/search")
class SearchController {

	private static final int MOST = 50;

	private final SearchService service;

	SearchController(SearchService service) {
		this.service = service;
	}

	@Operation(summary = "Search customers, contacts, leads and cases",
			description = "Contacts, leads and cases are found with the permission to read them. Finds names in spite of misspellings, accents and width, Chinese names by pinyin and initials, "
					+ "e-mail addresses, phone numbers in any spelling, tags, ids, external ids and numbers. "
					+ "Personal data that the caller only sees masked is not searched.")
	@GetMapping
	@PreAuthorize("hasAuthority('customer:read')")
	SearchAnswer search(@RequestParam String q,
			@Parameter(description = "Kinds to search: customer, contact, lead, case; all by default") @RequestParam(
					required = false) @Nullable List<String> kind,
			@Parameter(description = "1 to 50") @RequestParam(defaultValue = "20") int limit) {
		if (limit < 1 || limit > MOST) {
			throw ProblemException.invalidParameter("limit", "out_of_range", "must be 1 to %d".formatted(MOST));
		}
		return this.service.search(q, kinds(kind), limit);
	}

	private static Set<SearchKind> kinds(@Nullable List<String> names) {
		if (names == null) {
			return EnumSet.allOf(SearchKind.class);
		}
		Set<SearchKind> kinds = EnumSet.noneOf(SearchKind.class);
		for (String name : names) {
			SearchKind kind = EnumSet.allOf(SearchKind.class)
				.stream()
				.filter((one) -> one.toString().equals(name))
				.findFirst()
				.orElseThrow(() -> ProblemException.invalidParameter("kind", "invalid_value",
						"must be one of " + EnumSet.allOf(SearchKind.class)));
			kinds.add(kind);
		}
		return kinds;
	}

}
