import { Option, type Command } from 'commander'
import { hashPassword, USER_ROLES } from '../../server/index.ts'
import { addAccount, changePassword, listAccounts, removeAccount } from '../../store/index.ts'
import { askPassword } from '../ask-password.ts'
import { makeStore, storeOption, withStore, type StoreOption } from '../store/store-option.ts'
import { standardStreams } from '../streams.ts'

const MORE = `
The password is asked for, or read from standard input where that is no terminal; never give it
on the command line, which others can see. As long as there is no account, whoever sits at the
machine may do everything; from the first one on, which must be an admin, one must log in.

Roles: a viewer reads and exports, a coder adds reports and decides, a reviewer settles what
coders disagree on, an admin keeps accounts and erases.`

/** Adds `ascribe account` and what is below it. */
export function addAccountCommand(program: Command): void {
  const account = program.command('account').description('who can log in to the workbench')
  account
    .command('add')
    .description('make an account')
    .argument('<name>', 'letters, digits, “.”, “_”, “-”')
    .addOption(
      new Option('--role <role>', 'what it may do').choices(USER_ROLES).makeOptionMandatory(),
    )
    .addOption(storeOption())
    .addHelpText('after', MORE)
    .action(add)
  account
    .command('list')
    .description('name, role, and since when')
    .addOption(storeOption())
    .action(list)
  account
    .command('remove')
    .description('end an account, with its sessions and tokens; its name is not given again')
    .argument('<name>')
    .addOption(storeOption())
    .action(remove)
  account
    .command('password')
    .description('change a password; whoever is logged in by the old one is no more')
    .argument('<name>')
    .addOption(storeOption())
    .action(password)
}

const doer = () => ({ at: new Date().toISOString(), by: 'command line' })

async function add(name: string, options: StoreOption & { readonly role: string }): Promise<void> {
  const hash = await hashPassword(await askPassword())
  const { role } = options
  await makeStore(options, (db) => addAccount(db, { name, role, password: hash }, doer()))
  await standardStreams.write(`added ${name} (${role})\n`)
}

async function list(options: StoreOption): Promise<void> {
  const all = await withStore(options, listAccounts)
  for (const { name, role, madeAt } of all)
    await standardStreams.write(`${[name, role, madeAt].join('  ')}\n`)
}

async function remove(name: string, options: StoreOption): Promise<void> {
  await withStore(options, (db) => removeAccount(db, name, doer()))
  await standardStreams.write(`removed ${name}\n`)
}

async function password(name: string, options: StoreOption): Promise<void> {
  const hash = await hashPassword(await askPassword())
  await withStore(options, (db) => changePassword(db, { name, password: hash }, doer()))
  await standardStreams.write(`the password of ${name} is another one now\n`)
}
