/**
 * Records over HTTP: versions, merge patches, and the journal of changes.
 */
@NullMarked
package io.kehu.platform.record;

import org.jspecify.annotations.NullMarked;
