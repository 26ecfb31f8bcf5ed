package io.kehu.customer.lead;

import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.kehu.platform.record.RecordStore;
import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the scores of leads.
 */
@RestController
@RequestMapping(LeadController.PATH)
class LeadScoreController {

	private final RecordStore<LeadDetails, ?, LeadView> leads;

	private final LeadModelStore models;

	private final LeadFitting fitting;

	LeadScoreController(RecordStore<LeadDetails, ?, LeadView> leads, LeadModelStore models, LeadFitting fitting) {
		this.leads = leads;
		this.models = models;
		this.fitting = fitting;
	}

	@Operation(summary = "The score of a lead, with the reasons by field")
	@GetMapping("/{id}/score")
	@PreAuthorize("hasAuthority('lead:read')")
	LeadScore getScore(@PathVariable UUID id) {
		return LeadScore.of(this.models.current().orElse(null), this.leads.get(id).details());
	}

	@Operation(summary = "The model by which leads are scored")
	@GetMapping("/score-model")
	@PreAuthorize("hasAuthority('insight:read')")
	LeadModel getScoreModel() {
		return this.models.current()
			.orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "not-found", "No model has been fitted yet."));
	}

	@Operation(summary = "Fit the model by which leads are scored to all leads that have been won or lost",
			description = "Open leads are scored by the new model within seconds.")
	@PostMapping("/score-model/fits")
	@PreAuthorize("hasAuthority('insight:write')")
	@ResponseStatus(HttpStatus.CREATED)
	LeadModel fitScoreModel() {
		return this.fitting.fit();
	}

}
