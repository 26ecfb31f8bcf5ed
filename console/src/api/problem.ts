/** An error of a request as the services describe it (RFC 9457). */
export interface FieldProblem {
  pointer?: string;
  parameter?: string;
  code?: string;
  message?: string;
  recordId?: string;
}

export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: FieldProblem[];
  readonly traceId: string | undefined;
  readonly type: string | undefined;

  constructor(status: number, body: Record<string, unknown>) {
    const title = typeof body['title'] === 'string' ? body['title'] : `HTTP ${status}`;
    super(typeof body['detail'] === 'string' ? body['detail'] : title);
    this.status = status;
    this.title = title;
    this.detail = typeof body['detail'] === 'string' ? body['detail'] : undefined;
    this.traceId = typeof body['traceId'] === 'string' ? body['traceId'] : undefined;
    this.type = typeof body['type'] === 'string' ? body['type'] : undefined;
    this.errors = Array.isArray(body['errors']) ? (body['errors'] as FieldProblem[]) : [];
  }

  /** The message for a member of the request, if there is one for it or for something inside it. */
  about(field: string): string | undefined {
    const found = this.errors.find((error) => error.pointer === `/${field}` || error.pointer?.startsWith(`/${field}/`));
    return found?.message;
  }

  static async of(response: Response): Promise<Problem> {
    const type = response.headers.get('Content-Type') ?? '';
    const body = type.includes('json') ? ((await response.json().catch(() => ({}))) as Record<string, unknown>) : {};
    return new Problem(response.status, body);
  }
}

/** The request never reached the gateway, or its answer did not come back. */
export class Unreachable extends Error {}
