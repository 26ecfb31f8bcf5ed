/**
 * The published description of events.
 */
@NullMarked
package io.kehu.platform.description;

import org.jspecify.annotations.NullMarked;
