/**
 * Renders pages and pictures from templates: HTML and SVG without scripts, in which every
 * text is escaped.
 */
@NullMarked
package io.kehu.migration.page;

import org.jspecify.annotations.NullMarked;
