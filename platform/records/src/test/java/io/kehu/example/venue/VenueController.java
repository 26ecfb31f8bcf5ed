package io.kehu.example.venue;

import java.util.UUID;

import io.kehu.platform.record.KeyedController;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of venues.
 */
@RestController
@RequestMapping("/api/v1/venues")
class VenueController extends KeyedController<VenueDetails, VenueView> {

	private final RecordStore<VenueDetails, ?, VenueView> venues;

	VenueController(RecordStore<VenueDetails, ?, VenueView> venues) {
		super(venues);
		this.venues = venues;
	}

	@Operation(summary = "Close a venue")
	@PostMapping("/{id}/close")
	@PreAuthorize(WRITE)
	ResponseEntity<VenueView> close(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.venues.act(id, expected, "close"));
	}

}
