package io.kehu.order.opportunity;

import io.kehu.platform.record.RecordController;
import io.kehu.platform.record.RecordStore;

import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST API of pipelines.
 */
@RestController
@RequestMapping("/api/v1/pipelines")
class PipelineController extends RecordController<PipelineDetails, PipelineView> {

	PipelineController(RecordStore<PipelineDetails, ?, PipelineView> pipelines) {
		super(pipelines);
	}

}
