package io.kehu.customer.insight;

import java.net.URI;
import java.util.UUID;

import io.kehu.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of the calculations of all figures.
 */
@RestController
@RequestMapping(InsightFitController.PATH)
class InsightFitController {

	static final String PATH = "/api/v1/insights/fits";

	private final FitStore fits;

	InsightFitController(FitStore fits) {
		this.fits = fits;
	}

	@Operation(summary = "Have the figures of all customers calculated",
			description = "Requests share a fit that has not started yet.")
	@PostMapping
	@PreAuthorize("hasAuthority('insight:write')")
	@ApiResponse(responseCode = "201", useReturnTypeSchema = true)
	ResponseEntity<Fit> request() {
		Fit fit = this.fits.request();
		return ResponseEntity.created(URI.create(PATH + "/" + fit.id())).body(fit);
	}

	@Operation(summary = "Get a calculation: its parameters, data, and errors of forecasts")
	@GetMapping("/{id}")
	@PreAuthorize("hasAuthority('insight:read')")
	Fit get(@PathVariable UUID id) {
		return this.fits.find(id).orElseThrow(() -> ProblemException.notFound("fit", id));
	}

}
