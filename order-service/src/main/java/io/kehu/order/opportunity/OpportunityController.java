package io.kehu.order.opportunity;

import java.util.UUID;

import io.kehu.platform.query.Page;
import io.kehu.platform.record.KeyedController;
import io.kehu.platform.record.RecordStore;
import io.kehu.platform.web.ExpectedVersion;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of opportunities.
 */
@RestController
@RequestMapping(OpportunityController.PATH)
class OpportunityController extends KeyedController<OpportunityDetails, OpportunityView> {

	static final String PATH = "/api/v1/opportunities";

	private final Board board;

	private final OpportunityClosings closings;

	private final StageHistory history;

	OpportunityController(RecordStore<OpportunityDetails, ?, OpportunityView> opportunities, Board board,
			OpportunityClosings closings, StageHistory history) {
		super(opportunities);
		this.board = board;
		this.closings = closings;
		this.history = history;
	}

	@Operation(summary = "Move an open opportunity to a place on the board",
			description = "After one opportunity of the stage, before another, or to the end.")
	@PostMapping("/{id}/move")
	@PreAuthorize(WRITE)
	ResponseEntity<OpportunityView> move(@PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody BoardMove move) {
		return answer(this.board.move(id, expected, move));
	}

	@Operation(summary = "Win an open opportunity")
	@PostMapping("/{id}/win")
	@PreAuthorize(WRITE)
	ResponseEntity<OpportunityView> win(@PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody Closing closing) {
		return answer(this.closings.close(id, expected, Outcome.WON, closing));
	}

	@Operation(summary = "Lose an open opportunity, for a reason of its pipeline")
	@PostMapping("/{id}/lose")
	@PreAuthorize(WRITE)
	ResponseEntity<OpportunityView> lose(@PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody Closing closing) {
		return answer(this.closings.close(id, expected, Outcome.LOST, closing));
	}

	@Operation(summary = "Reopen an opportunity in the stage in which it was won or lost")
	@PostMapping("/{id}/reopen")
	@PreAuthorize(WRITE)
	ResponseEntity<OpportunityView> reopen(@PathVariable UUID id, ExpectedVersion expected) {
		return answer(this.closings.reopen(id, expected));
	}

	@Operation(summary = "The stages that an opportunity has been in, oldest first")
	@GetMapping("/{id}/stages")
	@PreAuthorize(READ)
	Page<StageVisit> listStages(@PathVariable UUID id) {
		return Page.whole(this.history.of(id));
	}

}
