// How the tables of an older version become those of this one. A step that was ever in a release is never changed: what it made
// stands on somebody's disk. New tables and columns come as new steps at the end.
import { type Kysely, type Migration, type MigrationProvider, Migrator, sql } from 'kysely'

const first: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('unit')
      .addColumn('id', 'integer', column => column.primaryKey().autoIncrement())
      .addColumn('name', 'text', column => column.notNull().unique())
      .addColumn('created_at', 'bigint', column => column.notNull())
      .execute()
    await db.schema
      .createTable('token')
      .addColumn('hash', 'text', column => column.primaryKey())
      .addColumn('unit_id', 'integer', column => column.notNull().references('unit.id'))
      .addColumn('created_at', 'bigint', column => column.notNull())
      .addColumn('revoked_at', 'bigint')
      .execute()
    await db.schema
      .createTable('person')
      .addColumn('id', 'integer', column => column.primaryKey().autoIncrement())
      .addColumn('name', 'text', column => column.notNull().unique())
      .addColumn('password', 'text', column => column.notNull())
      .addColumn('created_at', 'bigint', column => column.notNull())
      .execute()
    await db.schema
      .createTable('session')
      .addColumn('hash', 'text', column => column.primaryKey())
      .addColumn('person_id', 'integer', column => column.notNull().references('person.id'))
      .addColumn('form_token', 'text', column => column.notNull())
      .addColumn('expires_at', 'bigint', column => column.notNull())
      .execute()
    await db.schema
      .createTable('report')
      .addColumn('number', 'integer', column => column.primaryKey())
      .addColumn('package_id', 'text', column => column.notNull())
      .addColumn('receipt', 'text', column => column.notNull().unique())
      .addColumn('unit_id', 'integer', column => column.notNull().references('unit.id'))
      .addColumn('title', 'text', column => column.notNull())
      .addColumn('kind', 'text')
      .addColumn('authors', 'text', column => column.notNull())
      .addColumn('reviewer', 'text')
      .addColumn('phone', 'text')
      .addColumn('handed_in_at', 'bigint', column => column.notNull())
      .addColumn('received_at', 'bigint', column => column.notNull())
      .addColumn('deadline', 'bigint')
      .addColumn('timeliness', 'text', column => column.notNull())
      .addColumn('late_reason', 'text')
      .addColumn('state', 'text', column => column.notNull())
      .addColumn('manifest', 'text', column => column.notNull())
      .addColumn('text', 'text', column => column.notNull())
      .addUniqueConstraint('report_once', ['unit_id', 'package_id'])
      .execute()
    for (const [name, columns] of [
      ['report_by_arrival', ['received_at']],
      ['report_by_state', ['state', 'received_at']],
    ] as const)
      await db.schema
        .createIndex(name)
        .on('report')
        .columns([...columns])
        .execute()
    await db.schema
      .createTable('file')
      .addColumn('report_number', 'integer', column => column.notNull().references('report.number'))
      .addColumn('position', 'integer', column => column.notNull())
      .addColumn('path', 'text', column => column.notNull())
      .addColumn('role', 'text', column => column.notNull())
      .addColumn('media_type', 'text', column => column.notNull())
      .addColumn('bytes', 'bigint', column => column.notNull())
      .addColumn('sha256', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('file_key', ['report_number', 'position'])
      .execute()
    await db.schema
      .createTable('decision')
      .addColumn('id', 'integer', column => column.primaryKey().autoIncrement())
      .addColumn('report_number', 'integer', column => column.notNull().references('report.number'))
      .addColumn('verb', 'text', column => column.notNull())
      .addColumn('at', 'bigint', column => column.notNull())
      .addColumn('person_id', 'integer', column => column.notNull().references('person.id'))
      .addColumn('publication', 'text')
      .addColumn('issue', 'text')
      .addColumn('level', 'text')
      .addColumn('form', 'text')
      .addColumn('day', 'text')
      .addColumn('leader', 'text')
      .addColumn('phone', 'text')
      .addColumn('words', 'text')
      .addColumn('undone_at', 'bigint')
      .addColumn('undone_by', 'integer', column => column.references('person.id'))
      .execute()
    await db.schema.createIndex('decision_of_report').on('decision').columns(['report_number']).execute()
    await db.schema
      .createTable('opinion')
      .addColumn('decision_id', 'integer', column => column.notNull().references('decision.id'))
      .addColumn('position', 'integer', column => column.notNull())
      .addColumn('quote', 'text', column => column.notNull())
      .addColumn('opinion', 'text', column => column.notNull())
      .addPrimaryKeyConstraint('opinion_key', ['decision_id', 'position'])
      .execute()
    await db.schema
      .createTable('audit')
      .addColumn('id', 'integer', column => column.primaryKey().autoIncrement())
      .addColumn('at', 'bigint', column => column.notNull())
      .addColumn('person_id', 'integer')
      .addColumn('verb', 'text', column => column.notNull())
      .addColumn('subject', 'text', column => column.notNull())
      .addColumn('detail', 'text', column => column.notNull())
      .execute()
    for (const event of ['update', 'delete'])
      await sql`create trigger ${sql.ref(`audit_no_${event}`)} before ${sql.raw(event)} on audit
        begin select raise(abort, 'the audit is only ever added to'); end`.execute(db)
    await sql`create virtual table report_words using fts5(grams, content='', contentless_delete=1, tokenize='unicode61')`.execute(
      db,
    )
  },
}

const provider: MigrationProvider = { getMigrations: async () => ({ '001-first': first }) }

/** Brings the tables up to date. A database of a newer version is refused, because its meaning is not known here. */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  if (!error) return
  const words = error instanceof Error ? error.message : String(error)
  throw new Error(
    /corrupted migrations/.test(words)
      ? '数据库是较新版本的接收端建的，这个版本打不开；请用新版本，或恢复升级前的备份。'
      : `数据库升级没有成功，数据未动：${words}`,
  )
}
